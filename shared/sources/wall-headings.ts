/**
 * What stands at the head of a page that is not what was asked for, as data: its title, parts of it, or a heading, lower case. A heading
 * names a page, so it speaks against it even where prices or offers stand below (recommendations under a soft 404). Signs in the text,
 * which sellers write too, are in `page-signs.ts`.
 */

interface WallHeading {
  kind: 'blocked' | 'unknown';
  /** For a person. */
  reason: string;
  /** Begins the heading. */
  begins: RegExp;
}

/** More characters than this are no heading of a wall. */
export const longestHeading = 90;

export const wallHeadings: readonly WallHeading[] = [
  {
    kind: 'blocked',
    reason: 'a challenge or block page',
    begins:
      /^(?:access (?:to this page|is |has been |temporarily )?(?:denied|restricted|blocked|forbidden)?$|access (?:to this page|denied|restricted|blocked)|attention required|just a moment|pardon our interruption|403\b|forbidden|request (?:unsuccessful|rejected|blocked)|security (?:check|verification)|human verification|(?:are|confirm|verify|prove) (?:that )?you(?:'re|’re| are)? (?:a |not a )?(?:human|robot|bot)|(?:sorry, )?you have been blocked|too many requests|429\b|(?:whoa|slow down)(?:\b.{0,12})?[,!.]|whoa there|robot check|bot (?:detection|check)|captcha|one more step|let(?:'|’)s confirm you are human|unusual (?:traffic|activity)|zugriff (?:verweigert|gesperrt|blockiert|nicht)|sicherheits(?:prüfung|überprüfung|abfrage)|(?:bist du|sind sie) ein (?:mensch|roboter)|zu viele anfragen|accès (?:refusé|bloqué|interdit|temporairement)|êtes-vous (?:bien )?un|vérification (?:de sécurité|en cours)|trop de requêtes|acceso (?:denegado|restringido|bloqueado)|verificación de seguridad|demasiadas (?:solicitudes|peticiones)|acesso (?:negado|bloqueado|restrito)|muitas (?:solicitações|requisições)|verificação de segurança|accesso (?:negato|bloccato)|troppe richieste|toegang (?:geweigerd|geblokkeerd)|te veel verzoeken|dostęp (?:zabroniony|zablokowany)|odmowa dostępu|zbyt wiele|potwierdź, że|доступ (?:ограничен|запрещ|заблокирован|временно)|слишком много запросов|подтвердите, что|åtkomst nekad|adgang nægtet|ingen tilgang|pääsy (?:estetty|kielletty)|přístup (?:odepřen|zamítnut)|hozzáférés megtagadva|acces (?:interzis|restricționat)|erişim (?:engellendi|reddedildi)|piekļuve liegta|アクセス(?:が|は)?(?:拒否|制限|でき)|验证码|人机验证|访问(?:被拒绝|受限|过于频繁)|접근이? ?(?:거부|차단))/,
  },
  {
    kind: 'unknown',
    reason: 'asks to log in',
    begins:
      /^(?:(?:please )?(?:log|sign) ?in(?: to .*| or .*)?$|login$|welcome back|(?:create|register) (?:an |your )?account|join to (?:see|view|continue)|members only|(?:bitte )?(?:anmelden|einloggen)(?:$| bei)|anmeldung$|melde dich an|(?:se )?connexion$|(?:se connecter|connectez-vous)|inici(?:a|ar) sesión|identifícate|acced[ei]$|faça (?:seu )?login|entrar$|entre na sua conta|inloggen|zaloguj(?: się)?|logowanie|вход(?:$| в)|войдите|войти$|авторизация|logga in|log ind|logg inn|kirjaudu|přihlášení|přihlaste se|bejelentkezés|autentificare|conectare|giriş(?: yap)?$|pieslēgties|ienākt$|ログイン|登录|登入|로그인)/,
  },
  {
    kind: 'unknown',
    reason: 'asks for consent before it shows anything',
    begins:
      /^(?:before you continue|we (?:value|respect|care about) your privacy|your privacy|privacy (?:settings|choices|notice|preferences)|cookies?(?:$| settings| consent| preferences)|wir (?:schätzen|respektieren)|(?:ihre|deine) privatsphäre|datenschutz(?:$|einstellungen)|einwilligung|cookie-einstellungen|(?:vos|gérer vos) choix|(?:le respect de )?votre vie privée|(?:valoramos|respetamos) (?:tu|su) privacidad|tu privacidad|(?:a )?sua privacidade|la tua privacy|il tuo consenso|(?:uw|jouw) privacy|(?:szanujemy )?(?:twoj|państwa) ?prywatność|szanujemy|vážíme si vašeho soukromí|мы ценим вашу|vi (?:värnar|respekterar|værdsætter))/,
  },
  {
    kind: 'unknown',
    reason: 'asks who visits, from where or with what, before it shows anything',
    begins:
      /^(?:are you (?:over |at least )?\d|(?:confirm|verify) your age|age (?:verification|check|restricted)|adults only|altersprüfung|bist du (?:über )?(?:16|18)|(?:sind sie )?(?:mindestens|über) 18|avez-vous (?:plus de )?18|¿(?:eres|tienes|es usted) (?:mayor|más)|hai (?:più di )?18|czy masz (?:ukończone )?18|вам (?:уже )?(?:есть )?18|(?:choose|select|confirm|pick) your (?:country|language|region|city|location|store)|where are you\?|it looks like you(?:'|’)?(?:re| are)|(?:wähle|wählen sie) (?:dein|ihr)|choisissez votre|(?:elige|selecciona) tu|escolha (?:seu|sua)|wybierz (?:swój |swoje )?(?:kraj|miasto|język)|выберите (?:город|страну|язык|регион)|(?:open|continue|view|see it|better) in (?:the |our )?app\b|(?:get|download) (?:the|our) app|(?:jetzt )?(?:in der app öffnen|app (?:öffnen|herunterladen|laden))|(?:ouvrir|continuer) (?:dans|sur) l(?:'|’)app|abr(?:e|ir) (?:en|no) (?:la )?app|otwórz w aplikacji|not available in your (?:country|region|location)|(?:isn(?:'|’)t|is not) available in your|nicht verfügbar in|non disponible dans votre|no disponible en tu|welcome(?:$| to )|willkommen(?:$| (?:bei|auf|zurück))|bienvenue(?:$| (?:sur|à|chez))|bienvenid|bem-vindo|benvenut|witamy|welkom(?:$| (?:bij|op))|добро пожаловать|your browser is (?:out of date|not supported)|update your browser|unsupported browser|this (?:domain|website) is for sale|buy this domain)/,
  },
  {
    kind: 'unknown',
    reason: 'an error page',
    begins:
      /^(?:(?:page|seite|site) (?:not found|unavailable|nicht gefunden|nicht verfügbar|isn(?:'|’)t|is not)|not found|[45]\d\d(?:$|[ :,.–—-])|(?:http )?error(?: \d{3})?(?:$|[!:,.–—-]| establishing| occurred)|(?:oops|sorry|ups|hoppla|leider|oups|vaya|ops|opa|uh-?oh|ой|упс)(?:$| ?[!,.:…])|(?:sorry, )?we (?:can(?:'|’)t|cannot|couldn(?:'|’)t|could not|looked everywhere)|this page |nothing (?:here|to see|found)|(?:no|0) (?:results|matches|listings|items|treffer|ergebnisse|résultats?|resultados|risultati|wyników)\b|keine (?:treffer|ergebnisse)|aucun résultat|sin resultados|nenhum resultado|nessun risultato|brak wyników|geen resultaten|something went wrong|application error|(?:an? )?(?:internal|unexpected|server) (?:server )?error|(?:service|temporarily|currently) (?:temporarily )?unavailable|(?:site |scheduled |under |down for )?maintenance|we(?:'|’)ll be (?:right )?back|(?:we(?:'|’)re|we are) (?:upgrading|down|offline|updating|working)|be right back|bad gateway|gateway time|nicht gefunden|nicht verfügbar$|fehler(?:$|[ !:,.])|wartung|(?:cette )?page (?:introuvable|indisponible)|erreur(?:$|[ !:,.])|página no (?:encontrada|disponible)|no encontramos|lo sentimos|página não (?:encontrada|existe)|não encontra|erro(?:$|[ !:,.])|(?:em|en|in) (?:manutenção|mantenimiento|manutenzione|maintenance)|pagina (?:non trovata|niet gevonden|nu )|errore(?:$|[ !:,.])|fout(?:$|[ !:,.])|strona nie|nie znale|błąd(?:$|[ !:,.])|przerwa techniczna|(?:такой )?страниц\S{1,3} не|ошибка|ничего не найдено|технические работы|sidan (?:kunde|finns|hittades)|vi (?:hittar|kan) inte|siden (?:ble|blev|finnes|findes)|sivua ei|stránka (?:nenalezena|neexistuje)|chyba(?:$|[ !:,.])|az oldal|sayfa bulunamadı|lapa nav|kļūda|ページが見つかり|お探しのページ|エラー|页面(?:不存在|未找到)|페이지를 찾을 수)/,
  },
];

/**
 * Signs by which a page shows that it is not what was asked for, as data. A sign in the text counts only on a page that shows no
 * listing and no offers: sellers write "captcha" and "log in" too.
 *
 * A page of these is never `gone` and never an empty search (product rule 2): `blocked` is the platform turning visitors away,
 * `unknown` is a page that says nothing either way.
 */

export interface PageSign {
  kind: 'blocked' | 'gone' | 'unknown';
  /** For a person. */
  reason: string;
  /** In the visible text, lower case, or the title. */
  text?: RegExp;
  /** In the addresses of scripts and frames; many pages embed a captcha for their contact form, so it counts on short pages only. */
  embedded?: RegExp;
  /** In the path of the address that answered. */
  path?: RegExp;
}

export const signsByStatus: Record<number, Omit<PageSign, 'text'>> = {
  401: { kind: 'blocked', reason: 'HTTP 401: asks to log in' },
  403: { kind: 'blocked', reason: 'HTTP 403: turns us away' },
  404: { kind: 'gone', reason: 'HTTP 404' },
  410: { kind: 'gone', reason: 'HTTP 410' },
  429: { kind: 'blocked', reason: 'HTTP 429: too many visits' },
  451: { kind: 'unknown', reason: 'HTTP 451: withheld for legal reasons' },
};

/** In the order in which they are looked for: a challenge page may carry a cookie notice too. */
export const pageSigns: readonly PageSign[] = [
  {
    kind: 'blocked',
    reason: 'a captcha service stands where the page should',
    embedded:
      /captcha-delivery\.com|geo\.captcha|hcaptcha\.com|recaptcha\/|challenges\.cloudflare\.com|cdn-cgi\/challenge|perimeterx|px-cdn|px-cloud|_incapsula_|arkoselabs|funcaptcha|geetest|awswaf|splashui\/captcha/i,
  },
  {
    kind: 'blocked',
    reason: 'a challenge or block page',
    text: /captcha|pardon our interruption|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot)|are you (?:a )?(?:human|robot)|i(?:'m| am) not a robot|unusual (?:traffic|activity)|automated (?:access|requests|queries)|access (?:to this page has been )?denied|you have been blocked|your (?:ip|access|request) (?:address )?(?:has been|was|is) (?:temporarily )?blocked|request (?:was )?(?:blocked|unsuccessful)|attention required|security (?:check|verification)|press (?:&|and) hold|just a moment|ray id|bist du ein (?:mensch|roboter)|kein roboter|ungewöhnliche(?:n|r)? (?:aktivität|datenverkehr|zugriffe)|ip-bereich.{0,40}gesperrt|zugriff (?:verweigert|gesperrt)|vous êtes (?:bien )?un humain|êtes-vous un robot|accès (?:refusé|temporairement restreint|bloqué)|activité inhabituelle|no soy un robot|acceso denegado|tráfico inusual|não sou um robô|acesso negado|nie jestem robotem|dostęp zabroniony|я не робот|доступ (?:ограничен|запрещен|запрещён)|подозрительн\S{1,6} активност|ロボットではありません|アクセスが(?:拒否|制限)|neesmu robots|piekļuve liegta/,
  },
  {
    kind: 'unknown',
    // Before the words of an offer that ended: these say that it is there, for others.
    reason: 'shows the offer to other visitors only',
    text: /where you are|still (?:offered|available|sold) (?:in|to|for)|(?:available|verfügbar|disponibles?|disponível|disponibile|dostępne|доступно|beschikbaar) (?:in|en|dans|no|na|nel|w|в) (?:your|deinem|ihrem|deiner|ihrer|votre|tu|su|seu|sua|tuo|tua|twoim|twojej|вашей|вашем|jouw|uw) (?:country|region|location|area|land|region|pays|région|país|región|região|paese|kraju|regionie|стране|регионе)|in (?:deinem|ihrem) land (?:leider )?(?:nicht|derzeit)|(?:outside|außerhalb) (?:of )?(?:the )?(?:united kingdom|uk|eu|european union|deutschlands)|(?:for|to) (?:guests|visitors|members only|non-members|you at this time)|para (?:visitantes|invitados)|für (?:gäste|besucher)|aux visiteurs|(?:only|just) (?:be )?(?:viewed|seen|available|shown) (?:in|on) the .{0,30}app|nur in (?:der|unserer) app|uniquement (?:dans|sur) l(?:'|’)app|solo (?:en|nella) (?:la )?app|(?:log|sign) ?in (?:or (?:register|sign up) )?to (?:see|view) (?:it|this)|inicia sesión para ver|melde dich an, um|connectez-vous pour (?:la )?voir/,
  },
  {
    kind: 'unknown',
    reason: 'down for maintenance',
    text: /(?:scheduled|planned|routine) maintenance|under maintenance|(?:undergoing|down for) maintenance|geplante wartung|wartungsarbeiten|en maintenance|mantenimiento programado|manutenção programada|prace (?:konserwacyjne|serwisowe)|przerwa techniczna|технические работы/,
  },
  {
    kind: 'gone',
    // The words must name the offer: "this page is no longer available" is a soft 404 and says nothing.
    reason: 'the platform says that the offer is no longer there',
    text: /(?:(?:posting|listing|ad|advert|item|offer|product|post) (?:has |was |is )?(?:been )?(?:flagged (?:for|and) remov(?:ed|al)|removed|deleted|expired|no longer (?:available|active|exists|listed)|ended by the seller)|(?:anzeige|angebot|artikel|inserat) (?:ist |wurde )?(?:leider )?(?:nicht mehr (?:verfügbar|aktiv|online|vorhanden)|gelöscht|deaktiviert|beendet|abgelaufen)|annonce (?:n(?:'|’)est plus (?:disponible|en ligne)|(?:a été |est )?(?:supprimée|désactivée|expirée))|(?:anuncio|artículo) (?:ya no está disponible|(?:ha sido )?(?:eliminado|caducado))|(?:anúncio|produto) (?:não está mais disponível|(?:foi )?(?:removido|excluído|expirado))|ogłoszenie (?:jest )?(?:już )?(?:nieaktualne|nie jest (?:już )?dostępne|(?:zostało )?(?:usunięte|zakończone|wygasło))|annuncio (?:non (?:è )?più disponibile|(?:è stato )?(?:rimosso|scaduto|eliminato))|advertentie is (?:niet (?:meer|langer) beschikbaar|verwijderd)|объявлени\S{1,3} (?:снято|удалено|закрыто|больше не актуально)|sludinājums (?:ir )?(?:dzēsts|nav pieejams)|annonsen (?:är )?(?:borttagen|inte längre)|商品は(?:すでに)?削除)(?! (?:in|where|from|for|to|until|here|für|dans|pour|para|dla|przez|для|в) )/,
  },
  {
    kind: 'unknown',
    reason: 'asks for consent before it shows anything',
    text: /before you continue to|we value your privacy|your privacy (?:choices|is important)|accept (?:all )?cookies|cookie (?:settings|preferences|einstellungen|consent)|(?:alle )?cookies akzeptieren|willkommen (?:bei|auf).{0,40}(?:einwilligung|zustimm)|zustimmen und (?:fortfahren|weiter)|einwilligung|accepter et (?:fermer|continuer)|continuer sans accepter|aceptar (?:todas las )?cookies|aceitar (?:todos os )?cookies|zaakceptuj|przejdź do serwisu|accetta (?:tutti i )?cookie|alle cookies accepteren|принять (?:все )?(?:файлы )?cookie/,
    embedded: /consent\.(?:google|youtube|yahoo)|cmp-(?:iframe|wall)/i,
  },
  {
    kind: 'unknown',
    reason: 'asks to log in',
    path: /\/(?:log-?in|sign-?in|m-einloggen|anmelden|connexion|authwall|account\/(?:login|signin)|checkpoint|auth)(?:[/.]|$)/i,
    text: /(?:you must|please|you need to) (?:log|sign) ?in|log in (?:or sign up |to )(?:to )?(?:continue|view|see)|log into facebook|sign in to (?:continue|view|your account)|melde dich an|bitte (?:einloggen|anmelden)|einloggen, um|connectez-vous pour|inicia sesión para|faça login|zaloguj się,? aby|войдите, чтобы/,
  },
  {
    kind: 'unknown',
    reason: 'an error page',
    text: /something went wrong|(?:an )?(?:unexpected|internal|technical) error|error 5\d\d|temporarily unavailable|service unavailable|bad gateway|gateway time-?out|under maintenance|scheduled maintenance|try again later|we(?:'|’)ll be (?:right )?back|wartungsarbeiten|technische(?:r|s|n)? (?:fehler|problem|störung)|etwas ist schiefgelaufen|une erreur (?:est survenue|s'est produite)|en maintenance|algo (?:salió mal|ha ido mal|deu errado)|coś poszło nie tak|przerwa techniczna|technické potíže|что-то пошло не так|технические работы/,
  },
  {
    kind: 'unknown',
    reason: 'needs scripts to show anything',
    text: /(?:please )?(?:enable|turn on|activate) javascript|javascript (?:is|must be) (?:disabled|enabled|required)|javascript (?:aktivieren|ist deaktiviert)|activer javascript|requires? javascript/,
  },
];

/** Reasons that weigh more than a status of 404 or 410: guards answer with it too. */
export const outweighsNotFound: ReadonlySet<string> = new Set([
  'a captcha service stands where the page should',
  'a challenge or block page',
  'shows the offer to other visitors only',
  'down for maintenance',
]);

/** A page with more visible letters than this is no wall, whatever it embeds. */
export const wallCharacters = 3000;

/** Fewer visible letters than this, and no listing: an empty shell that scripts would fill. */
export const shellCharacters = 200;

/** Words that say nothing of a number. */

import { digitsOfPhrase } from './number-words.ts';
import { foldWord } from './readable.ts';

/** Words that stand between a name and its number without changing what it names. */
const fillers = new Set(
  [
    'is are was the a an my our your this that for of to it its be and as with on',
    'ist sind der die das den dem vom ein eine mein meine lautet dies est le la les un une mon ma ce cette votre',
    'es el los mi su este esta son sono il i lo gli suo mio mia questo questa o os e seu meu minha',
    'to jest moj moja al ale se meu mea acesta je muj moje toto tohle het dit dat mijn det er ar har da bu benim',
    'hai hain ka ki ke mera meri ini itu adalah saya là của tôi này bằng với',
    'это мой моя мое есть це мій є е това моят είναι ο η το του της μου',
    '是 ye yeh ese esa esse essa dır dir です 이게 번호입니다 입니다 が は',
    'namely viz nämlich namentlich cioè oder',
    'mit met od avec con com cu em do da dos das del dei am im się sich med ile für pour para per pro dla voor için za для για untuk',
    'هو هي هذا هذه في و ہے ہیں یہ میرا میری کا کی کے کو है हैं यह ये मेरा मेरी मेरे का की के को करें করুন کریں کرنے لیے किये আমার এটি এই হল',
  ].flatMap((words) => words.split(' ').map(foldWord)),
);

/** A tie in some language, though it may be a number in another: "hai" is two in Vietnamese and "is" in Hindi. */
export function isTie(word: string): boolean {
  return fillers.has(word);
}

/** Articles, prepositions, "is", "my"; number words; and, where words are longer, single letters. */
export function isFiller(word: string): boolean {
  return (word.length === 1 && word < '\u0e00') || fillers.has(word) || digitsOfPhrase(word) !== undefined;
}

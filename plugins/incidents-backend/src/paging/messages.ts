/** What mails of pages, and the pages behind their links, say. */
const en = {
  'letter.paged': 'You are paged',
  'letter.nobody': 'Nobody answers',
  'letter.severity': 'Severity',
  'letter.affected': 'Affected',
  'letter.target': 'You are asked as',
  'letter.note': 'Note',
  'letter.runbook': 'Runbook',
  'letter.answer': 'I am on it',
  'letter.open': 'Open the incident',
  'letter.once':
    'This link works once, for you alone and without signing in; it opens a page with one button. Do not forward this mail.',
  'letter.portal': 'There you say “I am on it”, or hand it on.',
  'sheet.ready': 'Are you on it?',
  'sheet.answer': 'I am on it',
  'sheet.before': 'Nobody else is called once you say so.',
  'sheet.done': 'You are on it',
  'sheet.after': 'Nobody else is called.',
  'sheet.taken': 'Somebody is on it already',
  'sheet.takenBy': '{who} is on it since {at}.',
  'sheet.used': 'This link was used already',
  'sheet.usedBecause': 'People have been called again since. Answer there:',
  'sheet.expired': 'This link has expired',
  'sheet.expiredBecause': 'Answer there:',
  'sheet.over': 'Nobody is called any more',
  'sheet.overBecause': '{key} is {status}.',
  'sheet.unknown': 'This link leads nowhere',
  'sheet.unknownBecause':
    'Look whether it was copied as a whole, or answer in the portal.',
  'sheet.often': 'This link is opened too often',
  'sheet.oftenBecause': 'Try again in a minute, or answer in the portal.',
  'sheet.open': 'Open the incident',
};

type Words = Record<keyof typeof en, string>;

const ja: Words = {
  'letter.paged': '呼び出しです',
  'letter.nobody': '応答する人がいません',
  'letter.severity': '重大度',
  'letter.affected': '影響範囲',
  'letter.target': '呼び出しの理由',
  'letter.note': 'メモ',
  'letter.runbook': '手順書',
  'letter.answer': '対応します',
  'letter.open': 'インシデントを開く',
  'letter.once':
    'このリンクはあなた専用で、一度だけ、サインインせずに使えます。ボタンが一つあるページが開きます。このメールを転送しないでください。',
  'letter.portal': '開いたページで「対応します」と答えるか、次の人に回せます。',
  'sheet.ready': '対応しますか？',
  'sheet.answer': '対応します',
  'sheet.before': '答えると、ほかの人は呼び出されません。',
  'sheet.done': 'あなたが対応します',
  'sheet.after': 'ほかの人は呼び出されません。',
  'sheet.taken': 'すでに対応している人がいます',
  'sheet.takenBy': '{who} が {at} から対応しています。',
  'sheet.used': 'このリンクは使用済みです',
  'sheet.usedBecause':
    'その後、再び呼び出しが始まりました。こちらで答えてください:',
  'sheet.expired': 'このリンクは期限切れです',
  'sheet.expiredBecause': 'こちらで答えてください:',
  'sheet.over': '呼び出しは終わりました',
  'sheet.overBecause': '{key} の状態: {status}',
  'sheet.unknown': 'このリンクは無効です',
  'sheet.unknownBecause':
    'リンク全体がコピーされているか確認するか、ポータルで答えてください。',
  'sheet.often': 'このリンクは開かれすぎています',
  'sheet.oftenBecause': '一分後にもう一度試すか、ポータルで答えてください。',
  'sheet.open': 'インシデントを開く',
};

const words = { en, ja };

export type Language = keyof typeof words;

export const languages = Object.keys(words) as Language[];

/** A sentence in a language, with what stands in its braces. */
export function say(
  language: Language,
  key: keyof Words,
  values: Record<string, string> = {},
): string {
  return words[language][key].replace(
    /\{(\w+)\}/g,
    (_, name) => values[name] ?? '',
  );
}

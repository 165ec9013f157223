export const en = {
  'keyboard.title': 'Keyboard',
  'keyboard.close': 'Close',
  'keyboard.declare': 'Declare an incident',
  'keyboard.search': 'Search',
  'keyboard.down': 'Next row',
  'keyboard.up': 'Previous row',
  'keyboard.open': 'Open the row',
  'keyboard.acknowledge': 'Acknowledge the alert',
  'keyboard.note': 'Write a note',
  'keyboard.send': 'Send the note',
  'keyboard.help': 'This help',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'keyboard.title': 'キーボード操作',
  'keyboard.close': '閉じる',
  'keyboard.declare': 'インシデントを宣言',
  'keyboard.search': '検索',
  'keyboard.down': '次の行',
  'keyboard.up': '前の行',
  'keyboard.open': '行を開く',
  'keyboard.acknowledge': 'アラートを確認済みにする',
  'keyboard.note': 'メモを書く',
  'keyboard.send': 'メモを送信',
  'keyboard.help': 'このヘルプ',
};

/** Lets the reader keep a text as a file. The mark in front tells spreadsheets that it is UTF-8, or they garble every name in Japanese. */
export function saveFile(name: string, text: string, type: string): void {
  const blob = new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What was made by `markup`, and may be put into other markup as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | Markup[] | string | undefined;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML in which everything that is put in is text, unless it was made by `markup` itself. */
export function markup(fixed: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = fixed.reduce(
    (all, piece, i) => `${all}${textOf(parts[i - 1])}${piece}`,
  );
  return new Markup(text);
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(one => one.text).join('');
  return part.replace(/[&<>"']/g, sign => entities[sign]);
}

/** A link to what a browser opens; of anything else the words alone. */
export function linkTo(url: string, words: string): Markup {
  return /^https?:\/\//i.test(url)
    ? markup`<a href="${url}">${words}</a>`
    : markup`${words}`;
}

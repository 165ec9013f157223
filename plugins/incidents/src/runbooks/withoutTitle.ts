/** Leaves out the first heading when it only repeats the title that stands above the text already. */
export function withoutTitle(markdown: string, title: string): string {
  const match = /^\s*#{1,6}[ \t]+([^\n]*?)[ \t#]*(?:\n|$)/.exec(markdown);
  const heading = match?.[1].trim().toLowerCase();
  return match && heading === title.trim().toLowerCase()
    ? markdown.slice(match[0].length).trimStart()
    : markdown;
}

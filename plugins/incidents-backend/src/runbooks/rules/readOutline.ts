import MarkdownIt from 'markdown-it';

// Blocks only: inline text is parsed for the one heading that is wanted.
const blocks = new MarkdownIt({ html: true });
blocks.core.ruler.enableOnly(['normalize', 'block']);
const inline = new MarkdownIt({ html: true });

/** GitHub's rule: the first paragraph of a list item begins with a box and goes on behind it. */
const box = /^\[[ xX]\][ \t\n]+\S/;

/** What the Markdown of a runbook has: its first heading as plain text, and the number of its task-list items. */
export function readOutline(markdown: string): {
  heading?: string;
  steps: number;
} {
  const tokens = blocks.parse(markdown, {});
  const heading = tokens.findIndex(token => token.type === 'heading_open');
  const steps = tokens.filter(
    (token, i) =>
      token.type === 'list_item_open' &&
      tokens[i + 1]?.type === 'paragraph_open' &&
      box.test(tokens[i + 2].content),
  );
  const plain = heading < 0 ? '' : plainText(tokens[heading + 1].content);
  return { ...(plain && { heading: plain }), steps: steps.length };
}

function plainText(content: string): string {
  const [line] = inline.parseInline(content.slice(0, 1_000), {});
  return (line.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(token => token.content)
    .join('')
    .trim()
    .slice(0, 200);
}

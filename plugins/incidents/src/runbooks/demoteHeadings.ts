/**
 * Moves the headings of a Markdown text down, so that its first level becomes `top` in the page around it. Fenced code keeps
 * its `#` lines.
 */
export function demoteHeadings(markdown: string, top: 2 | 3 | 4): string {
  const lines = markdown.split('\n');
  const highest = Math.min(
    ...headings(lines).map(index => levelOf(lines[index])),
  );
  for (const index of headings(lines)) {
    const level = Math.min(6, levelOf(lines[index]) - highest + top);
    lines[index] = lines[index].replace(/#+/, '#'.repeat(level));
  }
  return lines.join('\n');
}

const heading = /^ {0,3}#{1,6}(?=\s|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

function levelOf(line: string): number {
  return /#+/.exec(line)?.[0].length ?? 1;
}

/** The lines that are headings. */
function headings(lines: string[]): number[] {
  let open: string | undefined;
  return lines.flatMap((line, index) => {
    const mark = fence.exec(line)?.[1];
    if (mark && !open) {
      open = mark[0].repeat(mark.length);
    } else if (mark && open && mark.startsWith(open)) {
      open = undefined;
    }
    return !open && heading.test(line) ? [index] : [];
  });
}

import { useEffect, useRef } from 'react';
import { MarkdownContent } from '@backstage/core-components';
import { demoteHeadings } from './demoteHeadings';
import { withoutTitle } from './withoutTitle';
import styles from './runbooks.module.css';

export type RunbookTextProps = {
  markdown: string;
  /** Stands above the text already. */
  title: string;
  /** The level of its highest heading in the page around it. */
  top: 2 | 3 | 4;
};

/** The Markdown of a runbook; its task-list items are boxes that only show the steps. */
export function RunbookText({ markdown, title, top }: RunbookTextProps) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => nameBoxes(text.current), [markdown]);
  return (
    <div className={styles.text} ref={text}>
      <MarkdownContent
        content={demoteHeadings(withoutTitle(markdown, title), top)}
        dialect="gfm"
      />
    </div>
  );
}

/** The renderer puts a box before its words without tying them together. */
function nameBoxes(text: HTMLElement | null): void {
  const boxes = text?.querySelectorAll('li input[type="checkbox"]') ?? [];
  for (const box of boxes) {
    const words = box.closest('li')?.textContent?.trim();
    if (words) box.setAttribute('aria-label', words);
  }
}

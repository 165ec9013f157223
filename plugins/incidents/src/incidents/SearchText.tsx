import { useEffect, useState } from 'react';
import { SearchField } from '@backstage/ui';
import styles from './list.module.css';

export type SearchTextProps = {
  q?: string;
  label: string;
  /** Must be the same function from one rendering to the next. */
  onChange: (part: { q?: string }, how: { replace: boolean }) => void;
};

/** Asks while one types, a moment after the last key, and leaves no step in the history for each letter. */
export function SearchText({ q = '', label, onChange }: SearchTextProps) {
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return undefined;
    const timer = setTimeout(
      () => onChange({ q: text || undefined }, { replace: true }),
      250,
    );
    return () => clearTimeout(timer);
  }, [text, q, onChange]);
  return (
    <SearchField
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={setText}
      className={styles.search}
    />
  );
}

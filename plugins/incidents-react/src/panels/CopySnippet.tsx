import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { incidentsWidgetsTranslationRef } from '../translation';
import styles from './panels.module.css';

/** @public */
export type CopySnippetProps = {
  text: string;
  /** What it is, for those who cannot see it. */
  label: string;
};

/**
 * Text to take away with one press.
 *
 * @public
 */
export function CopySnippet({ text, label }: CopySnippetProps) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <figure className={styles.snippet}>
      {/* What scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="group" aria-label={label}>
        <code>{text}</code>
      </pre>
      <Button size="small" variant="secondary" onPress={copy}>
        {copied ? t('snippet.copied') : t('snippet.copy')}
      </Button>
    </figure>
  );
}

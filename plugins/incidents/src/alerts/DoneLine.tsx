import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

/** What the reader has just done, and where it led. */
export type Done = { text: string; incidentKey?: string };

/** Says that it worked: the row that was worked on has mostly gone. */
export function DoneLine(props: { done?: Done; onClose: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  const { done } = props;
  return (
    <div role="status" className={styles.doneRegion}>
      {done && (
        <p className={styles.done}>
          <RiCheckLine size={18} aria-hidden="true" />
          <span>{done.text}</span>
          {done.incidentKey && (
            <Link href={incidentHref({ key: done.incidentKey })}>
              {t('alert.done.open', { key: done.incidentKey })}
            </Link>
          )}
          <Button size="small" variant="tertiary" onPress={props.onClose}>
            {t('alert.done.close')}
          </Button>
        </p>
      )}
    </div>
  );
}

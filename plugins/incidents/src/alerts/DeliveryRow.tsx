import { useId, useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import type { Delivery } from 'backstage-plugin-incidents-common';
import { RelativeTime } from 'backstage-plugin-incidents-react';
import { ActorName } from '../incidents/ActorName';
import { alertsRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { DeliveryBody } from './DeliveryBody';
import { describeOutcomes } from './describeDelivery';
import styles from './alerts.module.css';

export type DeliveryRowProps = {
  delivery: Delivery;
  mayReplay: boolean;
  onReplay: () => void;
};

/** One delivery: when, from where, and what became of it; its body when it is asked for. */
export function DeliveryRow(props: DeliveryRowProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  const { delivery } = props;
  const { integration, remark, bodyMissing } = delivery;
  const what = remark ?? describeOutcomes(delivery.became, t);
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        {bodyMissing ? (
          <strong className={styles.conditions}>{what}</strong>
        ) : (
          <button
            type="button"
            className={styles.rowTitle}
            aria-expanded={isOpen}
            aria-controls={bodyId}
            aria-label={t('deliveries.show.about', { integration, what })}
            onClick={() => setOpen(!isOpen)}
          >
            <RiArrowDownSLine size={18} aria-hidden="true" />
            <span>{what}</span>
          </button>
        )}
        <RowFacts delivery={delivery} />
        {bodyMissing && <p className={styles.why}>{bodyMissing}</p>}
        <div id={bodyId} hidden={!isOpen}>
          {isOpen && <DeliveryBody id={delivery.id} />}
        </div>
      </div>
      {!bodyMissing && <Deeds {...props} what={what} />}
    </li>
  );
}

function RowFacts({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { replayedBy } = delivery;
  return (
    <div className={styles.rowFacts}>
      <span>{delivery.integration}</span>
      <span>
        {t('deliveries.received')} <RelativeTime at={delivery.receivedAt} />
      </span>
      <span>
        {t('deliveries.size', { size: (delivery.size / 1_000).toFixed(1) })}
      </span>
      {delivery.contentType && <span>{delivery.contentType}</span>}
      {delivery.replays > 0 && (
        <span>
          {t('deliveries.replays', { count: delivery.replays })}
          {replayedBy && (
            <>
              , {t('deliveries.replaysBy')} <ActorName actor={replayedBy} />
            </>
          )}
        </span>
      )}
    </div>
  );
}

function Deeds(props: DeliveryRowProps & { what: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const { what } = props;
  const { id, integration } = props.delivery;
  return (
    <div className={styles.deeds}>
      {props.mayReplay && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('deliveries.replay.about', { integration, what })}
          onPress={props.onReplay}
        >
          {t('deliveries.replay')}
        </Button>
      )}
      <ButtonLink
        size="small"
        variant="tertiary"
        href={`${alertsHref}/dry-run?delivery=${encodeURIComponent(id)}`}
        aria-label={t('deliveries.dryRun.about', { integration, what })}
      >
        {t('deliveries.dryRun')}
      </ButtonLink>
    </div>
  );
}

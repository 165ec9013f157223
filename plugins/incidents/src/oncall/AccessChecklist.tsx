import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { RequiredAccess } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { DateTime } from 'luxon';
import { incidentsTranslationRef } from '../translation';
import { unconfirmedOf } from './describeAccess';
import { describeDate, type Place } from './describeTimes';
import styles from './requests.module.css';

export type AccessChecklistProps = {
  items: RequiredAccess[];
  place: Place;
  mayConfirm: boolean;
};

/** What the reader must be able to log in to, confirmed one by one or all at once. */
export function AccessChecklist(props: AccessChecklistProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { items, place, mayConfirm } = props;
  const confirm = useIncidentsMutation((api, tools: string[]) =>
    api.confirmAccess({ body: { tools } }),
  );
  const open = unconfirmedOf(items);
  const tools = confirm.variables?.join(', ') ?? '';
  const press = mayConfirm && !confirm.isPending ? confirm.mutate : undefined;
  return (
    <div className={styles.checklist}>
      <p className={styles.line}>{t('access.intro')}</p>
      <p role="status" className={styles.line}>
        {confirm.data && t('access.done', { tools })}
      </p>
      <ul className={styles.requests}>
        {items.map(item => (
          <Item key={item.tool} {...{ item, place, mayConfirm, press }} />
        ))}
      </ul>
      {mayConfirm && open.length > 1 && (
        <p className={styles.line}>
          <Button
            size="small"
            isDisabled={!press}
            onPress={() => press?.(open)}
          >
            {t('access.confirmAll')}
          </Button>
        </p>
      )}
      {confirm.error && <ProblemPanel error={confirm.error} />}
    </div>
  );
}

function Item(props: {
  item: RequiredAccess;
  place: Place;
  mayConfirm: boolean;
  press?: (tools: string[]) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { place, press } = props;
  const { tool, state, expiresAt } = props.item;
  const until =
    expiresAt && DateTime.fromISO(expiresAt, { zone: place.zone }).toISODate();
  const day = until ? describeDate(until, place.language) : '';
  const isOpen = state !== 'confirmed';
  return (
    <li data-tone={isOpen ? 'gap' : undefined}>
      <span>
        <strong>{tool}</strong>
        <span className={styles.quiet}>{t(`access.${state}`, { day })}</span>
      </span>
      {props.mayConfirm && isOpen && (
        <Button
          size="small"
          variant="secondary"
          isDisabled={!press}
          aria-label={`${t('access.confirm')}: ${tool}`}
          onPress={() => press?.([tool])}
        >
          {t('access.confirm')}
        </Button>
      )}
    </li>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RoutingRule } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { moveRule } from './moveRule';
import { RuleRow } from './RuleRow';
import styles from './alerts.module.css';

/** The rules in the order in which they are asked; buttons change it, so that a keyboard is enough. */
export function RuleList(props: { rules: RoutingRule[]; mayChange: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ id: string; by: 1 | -1 }>();
  const ids = props.rules.map(({ id }) => id);
  const order = useIncidentsMutation((api, wanted: string[]) =>
    api.orderRoutingRules({ body: { ids: wanted } }),
  );
  const place = moved ? ids.indexOf(moved.id) : -1;
  useEffect(() => {
    // The row was taken out and put in elsewhere, which loses the focus.
    if (moved && place >= 0) focusMover(list.current, moved);
  }, [moved, place]);
  const move = (id: string, by: 1 | -1) => {
    const wanted = moveRule(ids, id, by);
    if (!wanted || order.isPending) return;
    order.mutate(wanted, { onSuccess: () => setMoved({ id, by }) });
  };
  return (
    <>
      {order.error && <ProblemPanel error={order.error} />}
      <ol ref={list} className={styles.stream}>
        {props.rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={index + 1}
            isLast={index === ids.length - 1}
            mayChange={props.mayChange}
            onMove={by => move(rule.id, by)}
          />
        ))}
      </ol>
      <p role="status" className={styles.quietStatus}>
        {place >= 0 &&
          t('rules.moved', {
            place: String(place + 1),
            total: String(ids.length),
          })}
      </p>
    </>
  );
}

/** At an end of the list the button that was pressed is off: its sister takes the focus. */
function focusMover(
  list: HTMLElement | null,
  { id, by }: { id: string; by: 1 | -1 },
): void {
  const row = list?.querySelector(`[data-rule="${CSS.escape(id)}"]`);
  const buttons = row?.querySelectorAll<HTMLButtonElement>(
    '[data-movers] button',
  );
  if (!buttons?.length) return;
  const [up, down] = buttons;
  const wanted = by < 0 ? up : down;
  const other = by < 0 ? down : up;
  (wanted.disabled ? other : wanted).focus();
}

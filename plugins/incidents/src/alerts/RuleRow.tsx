import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, ButtonIcon } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { RoutingRule } from 'backstage-plugin-incidents-common';
import { RelativeTime } from 'backstage-plugin-incidents-react';
import { ActorName } from '../incidents/ActorName';
import { incidentsTranslationRef } from '../translation';
import { describeMatchers } from './describeMatchers';
import { RemoveRuleDialog } from './RemoveRuleDialog';
import styles from './alerts.module.css';

export type RuleRowProps = {
  rule: RoutingRule;
  /** From 1. */
  place: number;
  isLast: boolean;
  mayChange: boolean;
  onMove: (by: 1 | -1) => void;
};

/** One rule as a sentence, with its place and the ways to change it. */
export function RuleRow(props: RuleRowProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { rule, place } = props;
  const matchers = describeMatchers(rule.matchers, t);
  return (
    <li className={styles.row} data-rule={rule.id}>
      <span className={styles.place}>{place}</span>
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>
          {t('rules.when')} {matchers}
        </strong>
        <p className={styles.goesTo}>
          {t('rules.goesTo')} <EntityRefLink entityRef={rule.entityRef} />
        </p>
        <div className={styles.rowFacts}>
          <span>
            {t('rules.by')} <ActorName actor={rule.createdBy} />
          </span>
          <RelativeTime at={rule.createdAt} />
        </div>
      </div>
      {props.mayChange && <RuleButtons {...props} matchers={matchers} />}
    </li>
  );
}

function RuleButtons(props: RuleRowProps & { matchers: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isRemoving, setRemoving] = useState(false);
  const { rule, place, isLast, matchers, onMove } = props;
  return (
    <div className={styles.deeds}>
      <span data-movers="" className={styles.movers}>
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowUpLine />}
          aria-label={t('rules.up', { matchers })}
          isDisabled={place === 1}
          onPress={() => onMove(-1)}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowDownLine />}
          aria-label={t('rules.down', { matchers })}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
      </span>
      <Button
        size="small"
        variant="tertiary"
        aria-label={t('rules.remove.about', { matchers })}
        onPress={() => setRemoving(true)}
      >
        {t('rules.remove')}
      </Button>
      {isRemoving && (
        <RemoveRuleDialog
          ruleId={rule.id}
          matchers={matchers}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}

import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  pageAcknowledgePermission,
  pageCreatePermission,
  type IncidentDetail,
  type OnCallPage,
} from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { answersTo } from './describePaged';
import { PageSomebodyDialog } from './PageSomebodyDialog';
import styles from './paged.module.css';

/** “I am on it”, “not me, next”, and somebody else. One press each, because it is three in the morning. */
export function PagedAnswers(props: {
  incident: IncidentDetail;
  page: OnCallPage | undefined;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { incident, page } = props;
  const [isAsking, setAsking] = useState(false);
  const params = { key: incident.key };
  const on = { resourceRef: incident.key };
  const mayAnswer = usePermission({
    ...{ permission: pageAcknowledgePermission, ...on },
  }).allowed;
  const mayPage = usePermission({
    ...{ permission: pageCreatePermission, ...on },
  }).allowed;
  const answer = useIncidentsMutation((api, how: 'acknowledge' | 'handOn') =>
    how === 'acknowledge'
      ? api.acknowledgePage({ params, body: {} })
      : api.handOnPage({ params, body: {} }),
  );
  const can = answersTo(page);
  const needsPeople = ['declared', 'investigating', 'identified'];
  const isOpen = needsPeople.includes(incident.status) && !incident.drill;
  return (
    <>
      <div className={styles.answers}>
        {mayAnswer && can.acknowledge && (
          <Button
            variant="primary"
            isPending={answer.isPending && answer.variables === 'acknowledge'}
            onPress={() => answer.mutate('acknowledge')}
          >
            {t('paged.acknowledge')}
          </Button>
        )}
        {mayAnswer && can.handOn && (
          <Button
            variant="secondary"
            isPending={answer.isPending && answer.variables === 'handOn'}
            onPress={() => answer.mutate('handOn')}
          >
            {t('paged.handOn')}
          </Button>
        )}
        {mayPage && isOpen && (
          <Button variant="secondary" onPress={() => setAsking(true)}>
            {t(page ? 'paged.page' : 'paged.page.first')}
          </Button>
        )}
      </div>
      {answer.error && <ProblemPanel error={answer.error} />}
      {isAsking && (
        <PageSomebodyDialog
          incident={incident}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

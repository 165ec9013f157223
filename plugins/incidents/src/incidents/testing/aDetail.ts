import {
  actionsFrom,
  type IncidentDetail,
} from 'backstage-plugin-incidents-common';
import { anIncident, aScheme } from 'backstage-plugin-incidents-common/testing';
import { anOnCallAnswer, aRunbook } from '../../service/testing/aSummary';

/** An incident of which everything is known. */
export function aDetail(about: Partial<IncidentDetail> = {}): IncidentDetail {
  const incident = anIncident(about);
  return {
    ...incident,
    actions: actionsFrom(incident.status),
    likelyCauses: [],
    likelyEffects: [],
    severities: { status: 'ok', value: aScheme() },
    runbooks: { status: 'ok', value: { items: [aRunbook()], problems: [] } },
    onCall: { status: 'ok', value: anOnCallAnswer() },
    ...about,
  };
}

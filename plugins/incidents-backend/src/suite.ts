import type {
  AuditorService,
  DiscoveryService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  Clock,
  IncidentNotifier,
  OnCallProvider,
  RemoteOnCallProvider,
} from 'backstage-plugin-incidents-node';
import { createAlerts, type AlertSettings } from './alerts';
import { createHandover } from './handover';
import {
  createIncidentPort,
  createIncidents,
  createTriage,
  explainTriage,
  type TriageSettings,
} from './incidents';
import { createInsights } from './insights';
import {
  createCalendarProvider,
  createOnCall,
  type OnCallCalendarSettings,
  type OnCallSettings,
} from './oncall';
import { createPaging, type EscalationSettings } from './paging';
import { createBell } from './platform/bell';
import type { Catalog } from './platform/catalog';
import type { Database } from './platform/database';
import { fetchPublicText } from './platform/fetchPublicText';
import { newSecret, type NewId } from './platform/identity';
import { createPortalNotices } from './platform/portalNotices';
import { createRunbooks, type RunbookSettings } from './runbooks';
import { createSelfCheck, type SelfCheckSettings } from './selfcheck';
import { createSeverities, type SeveritySettings } from './severity';
import { createTimeline } from './timeline';

export type SuiteDeps = {
  database: Database;
  catalog: Catalog;
  clock: Clock;
  newId: NewId;
  logger: LoggerService;
  auditor: AuditorService;
  discovery: DiscoveryService;
  events: EventsService;
  signals: SignalsService;
  notifications: NotificationService;
  urlReader: UrlReaderService;
  onCallProviders: OnCallProvider[];
  remoteOnCallProviders: RemoteOnCallProvider[];
  notifiers: IncidentNotifier[];
  /** Where people open the portal. */
  baseUrl: string;
  settings: {
    severity: SeveritySettings;
    runbooks: RunbookSettings;
    onCallCalendars: OnCallCalendarSettings;
    alerts: AlertSettings;
    triage: TriageSettings;
    onCall: OnCallSettings;
    escalation: EscalationSettings;
    selfCheck: SelfCheckSettings;
  };
};

export type Suite = ReturnType<typeof createSuite>;

/** The rooms, bottom-up: each knows only what stands below it. */
export function createSuite(deps: SuiteDeps) {
  const { settings } = deps;
  const severities = createSeverities({ ...deps, settings: settings.severity });
  const timeline = createTimeline(deps);
  const notices = createPortalNotices(deps);
  const bell = createBell(deps);
  const ground = { ...deps, severities, timeline, notices, bell };

  const oncall = createOnCall({
    ...{ ...ground, newSecret, fetchText: fetchPublicText },
    absenceCalendars: settings.onCallCalendars.absences,
    providers: deps.onCallProviders,
    settings: settings.onCall,
    remotes: [
      createCalendarProvider({
        ...{ fetchText: fetchPublicText, ...settings.onCallCalendars },
      }),
      ...deps.remoteOnCallProviders,
    ],
  });
  const runbooks = createRunbooks({ ...deps, settings: settings.runbooks });
  // What becomes of an alert is decided one floor up, in the same transaction.
  const triage = createTriage({ ...ground, settings: settings.triage });
  const explain = explainTriage(settings.triage);
  const alerts = createAlerts({
    ...{ ...ground, triage, explain, fetchText: fetchPublicText },
    settings: settings.alerts,
  });

  const paging = createPaging({
    ...{ ...ground, alerts, oncall, runbooks },
    incidents: createIncidentPort(),
    settings: settings.escalation,
  });
  const incidents = createIncidents({
    ...ground,
    ...{ alerts, triage, oncall, paging, runbooks },
    settings: settings.triage,
  });
  const handover = createHandover({
    ...{ ...ground, alerts, incidents, oncall, paging },
  });
  const insights = createInsights({ ...ground, oncall, paging });
  const selfCheck = createSelfCheck({
    ...{ ...ground, alerts, paging },
    settings: settings.selfCheck,
  });
  return {
    ...{ severities, timeline, oncall, runbooks, alerts, incidents },
    ...{ paging, handover, insights, selfCheck },
    /** Before the process ends. */
    rest: bell.fallSilent,
  };
}

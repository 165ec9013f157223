import {
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  notifiersExtensionPoint,
  onCallProvidersExtensionPoint,
  type NoticeOutcome,
  type OnCallProvider,
  type PersonalNotice,
} from 'backstage-plugin-incidents-node';
import { company } from './company';

const owner = 'group:default/shop-team';

/** Ada at once, Bo after five minutes; twice. Then who leads the team. */
export const twoSteps = {
  id: 'two-steps',
  steps: [
    { after: { minutes: 0 }, targets: [{ level: 1 }] },
    { after: { minutes: 5 }, targets: [{ level: 2 }] },
  ],
  ...{ repeats: 1, roundLasts: { minutes: 10 } },
};

/** A notifier that reaches everybody, and remembers whom it told; a story may make it fail, or never answer. */
export function pager(id = 'pager') {
  const calls: PersonalNotice[] = [];
  let answers: (
    notice: PersonalNotice,
  ) => Promise<NoticeOutcome> = async () => ({ outcome: 'sent' });
  const feature: BackendFeature = createBackendModule({
    pluginId: 'incidents',
    moduleId: `test-${id}`,
    register(env) {
      env.registerInit({
        deps: { notifiers: notifiersExtensionPoint },
        async init({ notifiers }) {
          notifiers.addNotifiers({
            ...{ id, title: id, reaches: () => true },
            async notify(notice) {
              calls.push(notice);
              return answers(notice);
            },
          });
        },
      });
    },
  });
  return {
    ...{ calls, feature },
    /** Whom it told, in order, by name. */
    paged: () =>
      calls.map(({ person, target }) =>
        (person?.ref ?? target).replace('user:default/', ''),
      ),
    answers(by: typeof answers) {
      answers = by;
    },
  };
}

export type Pager = ReturnType<typeof pager>;

/** The company, whose team keeps a schedule. */
export function companyOnCall(): Entity[] {
  return company().map(entity =>
    entity.kind === 'Group'
      ? {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...entity.metadata.annotations,
              'incidents/on-call': 'shop-schedule',
            },
          },
        }
      : entity,
  );
}

/** On call for everything: Ada first, Bo as backup, for ever. */
export function aSchedule(
  levels: Array<[name: string, who: string[]]> = [
    ['Primary', ['ada']],
    ['Backup', ['bo']],
  ],
): BackendFeature {
  const provider: OnCallProvider = {
    ...{ id: 'shop-schedule', title: 'Schedule' },
    async shifts({ from }) {
      return {
        ...{ subject: owner, because: 'The schedule of the shop says so.' },
        shifts: levels.flatMap(([levelName, people], i) =>
          people.map(name => ({
            ...{ level: i + 1, levelName, from },
            person: {
              ref: `user:default/${name}`,
              displayName: name[0].toUpperCase() + name.slice(1),
            },
          })),
        ),
      };
    },
  };
  return createBackendModule({
    pluginId: 'incidents',
    moduleId: 'test-schedule',
    register(env) {
      env.registerInit({
        deps: { providers: onCallProvidersExtensionPoint },
        async init({ providers }) {
          providers.addOnCallProviders(provider);
        },
      });
    },
  });
}

import type { Entity } from '@backstage/catalog-model';
import type { House } from './house';

const ada = 'user:default/ada';
const bo = 'user:default/bo';
const kept = '/oncall/schedules/kept';

/** Something for which the schedule `kept` answers, and what one must be able to log in to for it. */
export const till: Entity = {
  ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
  metadata: {
    ...{ name: 'till', namespace: 'default' },
    annotations: {
      'incidents/on-call': 'native:kept',
      'incidents/access': 'Grafana, kubectl prod',
    },
  },
};

/** Both are on call on the level `x` of the schedule `kept`. */
export const bothOnCall = [ada, bo].map(user => ({
  ...{ id: user === bo ? 'AN-OVERRIDE' : 'ANOTHER', kind: 'add', level: 'x' },
  ...{ user, madeAt: '2026-11-20T00:00:00.000Z' },
  ...{ from: '2026-11-21T12:00', to: '2026-11-22T12:00' },
}));

const take = {
  ...{ kind: 'take', level: 'x' },
  mine: { from: '2026-11-21T12:00:00.000Z', to: '2026-11-21T18:00:00.000Z' },
};

/** What people write about shifts: how the auditor calls it, where it is written, what, and how it is told. */
export const shiftWorkWrites: Array<
  [eventId: string, path: string, body: object, meta: object]
> = [
  [
    'oncall-schedules-requests',
    `${kept}/requests`,
    { ...take, of: bo },
    { path: '/oncall/schedules/:name/requests', name: 'kept' },
  ],
  [
    'oncall-requests-accept',
    '/oncall/requests/OF-BO/accept',
    {},
    { path: '/oncall/requests/:id/accept', id: 'OF-BO' },
  ],
  [
    'oncall-requests-decline',
    '/oncall/requests/OF-BO/decline',
    {},
    { path: '/oncall/requests/:id/decline', id: 'OF-BO' },
  ],
  [
    'oncall-requests-withdraw',
    '/oncall/requests/OF-ADA/withdraw',
    {},
    { path: '/oncall/requests/:id/withdraw', id: 'OF-ADA' },
  ],
  [
    'oncall-access',
    '/oncall/access',
    { tools: ['grafana'] },
    { path: '/oncall/access' },
  ],
];

/** Each asks the other to take their shift; the ids by the names that stand for them. */
export async function askEachOther(
  h: House,
): Promise<Array<[name: string, id: string]>> {
  const ask = async (of: string, by: string) =>
    (await h.post(`${kept}/requests`, { ...take, of }, by)).body.id;
  return [
    ['OF-ADA', await ask(bo, ada)],
    ['OF-BO', await ask(ada, bo)],
  ];
}

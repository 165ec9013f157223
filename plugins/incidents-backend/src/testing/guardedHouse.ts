import type { Entity } from '@backstage/catalog-model';
import { company } from './company';
import { house, type House } from './house';
import { permissionsBy, type Policy } from './policy';

/** A service that the people of the shop do not own. */
const mail: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'mail', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/post' }],
};

/** A house under a policy, in which something of ours, something of others and something of nobody fires. */
export async function guardedHouse(
  policy: Policy,
  more: object = {},
): Promise<House> {
  const h = await house({
    entities: [...company(), mail],
    permissions: permissionsBy(policy),
    ...more,
  });
  await h.fires('Checkout 5xx');
  await h.fires('Mail is late', 'mail');
  await h.fires('Stray', 'unheard-of');
  return h;
}

/** Everything that a person can change. */
export const writes: Array<[string, object]> = [
  [
    '/incidents',
    {
      title: 'x',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'employee',
    },
  ],
  ['/incidents/INC-1/actions', { action: 'investigate' }],
  ['/incidents/INC-1/severity', { severity: 'SEV1' }],
  ['/incidents/INC-1/notes', { text: 'x' }],
];

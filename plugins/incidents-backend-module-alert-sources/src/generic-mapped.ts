import type { AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds } from './bounds';
import { generic } from './generic';
import { exampleMapping, genericMappedSamples } from './generic-mapped.samples';
import { mapped, readMapping, type Mapping } from './mapping/mapping';
import { objectBody } from './tolerant';

const bodySchema = z.union(
  [
    objectBody('an object'),
    z.array(objectBody('an object')).min(1).max(bounds.alerts),
  ],
  {
    error: `the body must be an object or a list of at most ${bounds.alerts} objects`,
  },
);

/**
 * Any monitor that can post JSON in a shape of its own: a mapping in config says where each field of an alert stands.
 *
 * @public
 */
export const genericMapped: AlertSource = {
  ...mappedBy(readMapping(exampleMapping)),
  configure: ({ mapping }) => mappedBy(readMapping(mapping)),
  guide: {
    config: { mapping: exampleMapping },
    steps: [
      'Look at a payload of the monitor, and write for each field of an alert under `mapping` where it stands there, as an expression of [JMESPath](https://jmespath.org/tutorial.html). Restart the backend.',
      'Let the monitor post to `{url}` with the header `Authorization: Bearer {token}`; if it can set no header, to `{url}/{token}`.',
    ],
    token: 'bearer',
    reference: 'https://jmespath.org/specification.html',
    notes: [
      "Fields are those of [generic JSON](./generic.md#the-alert), and mean the same; only `title` is needed. `status` must come to `firing`, `acknowledged` or `resolved`: `state == 'up' && 'resolved' || 'firing'`. Instants may also be numbers since 1970, in any unit.",
      '`alerts` says where the list stands when a delivery brings several; the other expressions then look at one of its members each. What stands outside the list is brought along like this: `checks[].{check: @, host: $.host}`.',
      "Texts are put together with `join(' ', [name, host])`, parts are cut out with `split(tag, ':')[1]`, and what is missing is replaced with `name || 'unknown'`.",
      'A delivery whose title, status or key cannot be evaluated, or in which they are not as they must be, becomes a dead letter with the reason. Any other field that cannot be evaluated counts as missing.',
      'Expressions have at most 1000 characters, and those of one delivery at most three million steps.',
    ],
  },
};

function mappedBy(mapping: Mapping): AlertSource {
  return {
    id: 'generic-mapped',
    title: 'Generic JSON with a mapping',
    payload: bodySchema
      .transform((body, context) => {
        try {
          return mapped(mapping, body);
        } catch (error) {
          const { message } = error as Error;
          context.issues.push({ code: 'custom', message, input: body });
          return z.NEVER;
        }
      })
      .pipe(generic.payload),
    deliveryKey: generic.deliveryKey,
    toSignals: generic.toSignals,
    samples: genericMappedSamples,
  };
}

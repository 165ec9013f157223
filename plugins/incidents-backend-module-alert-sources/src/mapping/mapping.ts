import { bounds } from '../bounds';
import { recordOf, textOf } from '../tolerant';
import { Evaluation, readExpression, type Expression } from './expressions';
import { instantFrom, labelsFrom, linksFrom } from './values';

/** Expressions by the field of an alert that they find. */
export type Mapping = Map<string, Expression>;

const ofDelivery = ['alerts', 'deliveryId'];
/** Without these an alert would be another, or none. */
const needed = ['title', 'status', 'state', 'dedupKey', 'fingerprint'];
const optional: Record<string, (value: unknown) => unknown> = {
  severity: textOf,
  entityRef: textOf,
  description: textOf,
  runbookUrl: textOf,
  labels: labelsFrom,
  links: linksFrom,
  startedAt: instantFrom,
  resolvedAt: instantFrom,
};
const fields = [...ofDelivery, ...needed, ...Object.keys(optional)];

/**
 * The mapping of an integration.
 *
 * @throws Error with a sentence that names the field.
 * @internal
 */
export function readMapping(config: unknown): Mapping {
  const said = recordOf(config);
  if (said?.title === undefined) {
    throw new Error('mapping must say at least where the title of an alert is');
  }
  return new Map(
    Object.entries(said).map(([field, text]) => {
      if (fields.includes(field)) return [field, readExpression(field, text)];
      throw new Error(
        `mapping.${field} is no field of an alert; known are ${fields.join(
          ', ',
        )}`,
      );
    }),
  );
}

/**
 * A body in the shape of generic JSON.
 *
 * @throws Error with a sentence that names the field.
 * @internal
 */
export function mapped(mapping: Mapping, body: unknown): unknown {
  const evaluation = new Evaluation();
  const [list, deliveryId] = ['alerts', 'deliveryId'].map(field =>
    mapping.get(field),
  );
  const found = list ? evaluation.read(list, body) : body;
  const members = Array.isArray(found) || list ? found : [found];
  return {
    deliveryId: deliveryId && textOf(evaluation.read(deliveryId, body)),
    alerts:
      // What is no list, or too long a one, is refused by the schema of generic JSON.
      Array.isArray(members) && members.length <= bounds.alerts
        ? members.map(member => alertFrom(mapping, evaluation, member))
        : members ?? 'nothing',
  };
}

function alertFrom(
  mapping: Mapping,
  evaluation: Evaluation,
  member: unknown,
): Record<string, unknown> {
  const alert: Record<string, unknown> = {};
  for (const [field, expression] of mapping) {
    if (needed.includes(field)) {
      alert[field] = evaluation.read(expression, member);
    } else if (Object.hasOwn(optional, field)) {
      alert[field] = optional[field](tried(evaluation, expression, member));
    }
  }
  return alert;
}

function tried(
  evaluation: Evaluation,
  expression: Expression,
  member: unknown,
): unknown {
  try {
    return evaluation.read(expression, member);
  } catch (error) {
    if (evaluation.isSpent()) throw error;
    return undefined;
  }
}

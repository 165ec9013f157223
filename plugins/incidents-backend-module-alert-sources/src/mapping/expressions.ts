import {
  compile,
  getRegisteredFunctions,
  TreeInterpreter,
} from '@jmespath-community/jmespath';
import { recordOf } from '../tolerant';

type Interpreter = typeof TreeInterpreter;
type Node = ReturnType<typeof compile>;
type Value = Parameters<Interpreter['search']>[1];

/** An expression of config, with the name of its field for sentences. */
export type Expression = { field: string; node: Node };

const longest = 1_000;
/** Steps and members of lists for one delivery: a second or two. */
const budgetOfDelivery = 3_000_000;
/** A list of texts that double their length is as bad as a list that does. */
const charactersOfStep = 16;

// The package exports one interpreter, but not its class.
const Unlimited = TreeInterpreter.constructor as new () => Interpreter;

/**
 * Reads an expression of config.
 *
 * @throws Error with a sentence that names the field.
 * @internal
 */
export function readExpression(field: string, text: unknown): Expression {
  if (typeof text !== 'string' || text.length > longest) {
    throw new Error(
      `mapping.${field} must be a JMESPath expression of at most ${longest} characters`,
    );
  }
  const node = compiled(field, text);
  for (const { type, name } of partsOf(node)) {
    // Its steps would not be counted.
    if (type === 'LetExpression') {
      throw new Error(`mapping.${field} must do without let`);
    }
    if (type === 'Function' && !getRegisteredFunctions().includes(`${name}`)) {
      throw new Error(`mapping.${field} uses an unknown function ${name}()`);
    }
  }
  return { field, node };
}

function partsOf(node: unknown): Array<Record<string, unknown>> {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  const part = recordOf(node);
  return part ? [part, ...Object.values(part).flatMap(partsOf)] : [];
}

function compiled(field: string, text: string): Node {
  try {
    return compile(text);
  } catch (error) {
    throw new Error(
      `mapping.${field} is not a JMESPath expression: ${
        (error as Error).message
      }`,
    );
  }
}

/**
 * Evaluates the expressions of one delivery. JMESPath has no loops, but an expression can go through all of a payload for each part
 * of it, so that what it may cost is counted.
 *
 * @internal
 */
export class Evaluation extends Unlimited {
  private budget = budgetOfDelivery;

  /**
   * @throws Error with a sentence that names the field.
   */
  read({ field, node }: Expression, value: unknown): unknown {
    try {
      return this.search(node, value as Value) ?? undefined;
    } catch (error) {
      throw new Error(
        `mapping.${field} cannot be evaluated: ${(error as Error).message.slice(
          0,
          200,
        )}`,
      );
    }
  }

  /** Whether nothing more will be evaluated. */
  isSpent(): boolean {
    return this.budget < 0;
  }

  override visit(
    ...[node, value]: Parameters<Interpreter['visit']>
  ): ReturnType<Interpreter['visit']> {
    this.spend(1);
    const result = super.visit(node, value);
    if (Array.isArray(result)) this.spend(result.length);
    if (typeof result === 'string') {
      this.spend(result.length / charactersOfStep);
    }
    return result;
  }

  private spend(steps: number): void {
    this.budget -= steps;
    if (this.budget < 0) throw new Error('it takes too many steps');
  }
}

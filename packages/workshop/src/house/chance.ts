import ts from 'typescript';
import { nodesOf, placeOf, type Complaint, type HouseFile } from './house';

/** Calls that answer differently each time, as they are written. */
const chancy =
  /^(Date\.now|performance\.now|Math\.random|DateTime\.(now|local|utc)|(crypto\.)?(randomUUID|randomBytes|randomInt)|uuid|v4|nanoid|ulid)$/;
const timers = /^(setTimeout|setInterval|setImmediate|sleep)$/;
/** Luxon's constructors read the clock only when they are given nothing. */
const clockUnlessGiven = /^DateTime\.(local|utc)$/;
/** In SQL, and in knex's words for it: the database is asked for the time. */
const databaseClock =
  /\bnow\s*\(\s*\)|\b(current_timestamp|clock_timestamp)\b/i;

function whatIsCalled(node: ts.CallExpression): string | undefined {
  const callee = node.expression.getText();
  if (timers.test(callee)) {
    return `sets a timer with ${callee}`;
  }
  if (!chancy.test(callee)) {
    return callee.endsWith('.fn.now')
      ? 'asks the database for the time'
      : undefined;
  }
  return clockUnlessGiven.test(callee) && node.arguments.length > 0
    ? undefined
    : `calls ${callee}`;
}

function whatItDoes(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    return whatIsCalled(node);
  }
  if (ts.isNewExpression(node)) {
    const now = node.expression.getText() === 'Date' && !node.arguments?.length;
    return now ? 'reads the clock with new Date()' : undefined;
  }
  if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
    return databaseClock.test(node.text)
      ? 'asks the database for the time'
      : undefined;
  }
  return undefined;
}

/** Where a file reads a clock, throws dice or waits. */
export function chanceIn(file: HouseFile): Complaint[] {
  return nodesOf(file.tree).flatMap(node => {
    const what = whatItDoes(node);
    return what ? [`${placeOf(file, node)} ${what}`] : [];
  });
}

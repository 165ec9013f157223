/**
 * What kind of thing went wrong, as the reader has to react to it.
 *
 * @public
 */
export type ProblemKind =
  | 'offline'
  | 'signIn'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'refused'
  | 'busy'
  | 'broken';

const kindByStatus: Record<number, ProblemKind> = {
  400: 'refused',
  401: 'signIn',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  413: 'refused',
  422: 'refused',
  429: 'busy',
};

/**
 * What failed and which sentence helps. The server's own words are kept as `detail`.
 *
 * @public
 */
export function describeProblem(error: Error): {
  kind: ProblemKind;
  detail?: string;
} {
  const status = (error as { statusCode?: number }).statusCode;
  const detail = messageOf(error);
  if (status) return { kind: kindByStatus[status] ?? 'broken', detail };
  // `fetch` rejects with a TypeError when nothing answered.
  if (error.name === 'TypeError') return { kind: 'offline' };
  return { kind: 'broken', detail };
}

/** The sentence of the server without the envelope that `ResponseError` puts around it. */
function messageOf(error: Error): string {
  const body = (error as { body?: { error?: { message?: string } } }).body;
  return body?.error?.message ?? error.message;
}

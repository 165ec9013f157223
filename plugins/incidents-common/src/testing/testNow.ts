/**
 * The moment at which things happen in tests.
 *
 * @public
 */
export const testNow = '2026-11-20T03:00:00.000Z';

import { mockServices } from '@backstage/backend-test-utils';
import { readTriageSettings } from './settings';

const read = (triage?: object) =>
  readTriageSettings(
    mockServices.rootConfig({ data: { incidents: { triage } } }),
  );

describe('triage in config', () => {
  it('declares for everything and resolves nothing, when nothing is said', () => {
    expect(read()).toEqual({
      default: 'declare',
      bySeverity: new Map(),
      groupBy: [],
      autoResolveAfter: undefined,
    });
  });

  it('is read', () => {
    expect(
      read({
        default: 'attach',
        bySeverity: { SEV1: 'declare', SEV4: 'record' },
        groupBy: ['env'],
        autoResolve: { afterMitigated: { hours: 24 } },
      }),
    ).toEqual({
      default: 'attach',
      bySeverity: new Map([
        ['SEV1', 'declare'],
        ['SEV4', 'record'],
      ]),
      groupBy: ['env'],
      autoResolveAfter: 24 * 60 * 60 * 1000,
    });
  });

  it.each([
    [{ default: 'page' }, /it must be one of declare, attach, record/],
    [{ bySeverity: { SEV1: 'ignore' } }, /incidents\.triage says ignore/],
    [{ autoResolve: { afterMitigated: 'soon' } }, /afterMitigated/],
    [{ groupBy: 'env' }, /groupBy/],
  ])('that is wrong is refused with a sentence: %j', (triage, message) => {
    expect(() => read(triage)).toThrow(message);
  });
});

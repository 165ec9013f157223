import { handoverMarkdown, handoverWords } from './handoverMarkdown';
import type { HandoverDraft, HandoverIncident } from './schemas';

const ada = { ref: 'user:default/ada', displayName: 'Ada' };
const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const incident = (
  n: number,
  about: Partial<HandoverIncident> = {},
): HandoverIncident => ({
  ...{ key: `INC-${n}`, title: 'Checkout 5xx', status: 'investigating' },
  ...{ severity: 'SEV2', severityRank: 2, isOpen: true },
  entityRefs: ['component:default/checkout'],
  declaredAt: '2026-11-20T03:00:00.000Z',
  ...about,
});

function told(about: Partial<HandoverDraft> = {}): string {
  return handoverMarkdown(
    {
      ...{ schedule: 'till', scheduleTitle: 'Till', timeZone: 'Europe/Berlin' },
      ...{ at: '2026-11-20T07:00:00.000Z', entities: 1 },
      shift: {
        ...{ level: 1, levelName: 'Primary', person: ada },
        from: '2026-11-19T08:00:00.000Z',
        to: '2026-11-20T08:00:00.000Z',
      },
      next: { people: [bo], from: '2026-11-20T08:00:00.000Z' },
      incidents: { status: 'ok', value: [] },
      pages: { status: 'ok', value: [] },
      endings: { status: 'ok', value: [] },
      ...about,
    },
    {
      words: handoverWords,
      linkOf: key => `https://portal.example/incidents/${key}`,
      statusOf: status => status,
    },
  );
}

describe('handoverMarkdown', () => {
  it('is read by whoever comes next', () => {
    expect(
      told({
        incidents: {
          status: 'ok',
          value: [
            incident(2),
            incident(1, {
              ...{ isOpen: false, status: 'resolved' },
              resolvedAt: '2026-11-20T03:20:00.000Z',
            }),
          ],
        },
        pages: {
          status: 'ok',
          value: [
            {
              ...{ incidentKey: 'INC-1', person: ada },
              at: '2026-11-20T03:00:05.000Z',
            },
          ],
        },
        endings: {
          status: 'ok',
          value: [
            {
              ...{ id: '1', kind: 'silence', title: 'moving house' },
              endsAt: '2026-11-20T12:00:00.000Z',
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "## Hand-over: Till, Primary

      Ada, 2026-11-19 09:00 to 2026-11-20 09:00 (Europe/Berlin)

      Next: Bo, from 2026-11-20 09:00

      ### What to know

      - 

      ### Open incidents

      - [INC-2](https://portal.example/incidents/INC-2) SEV2 Checkout 5xx: investigating, began 2026-11-20 04:00

      ### Incidents that are over

      - [INC-1](https://portal.example/incidents/INC-1) SEV2 Checkout 5xx: 2026-11-20 04:00 to 2026-11-20 04:20

      ### Pages

      - 2026-11-20 04:00 Ada, [INC-1](https://portal.example/incidents/INC-1)

      ### Ends soon

      - Silence until 2026-11-20 13:00: moving house"
    `);
  });

  it('says where there is nothing, and where nothing is known', () => {
    const text = told({
      next: undefined,
      incidents: { status: 'failed', reason: 'the catalog is away' },
      endings: { status: 'hidden', reason: 'This needs *more*' },
    });
    expect(text).toContain('Nobody is on call after it.');
    expect(text).toContain(
      '### Open incidents\n\nNot known: the catalog is away',
    );
    expect(text).toContain('### Pages\n\nNone.');
    expect(text).toContain('### Ends soon\n\nNot known: This needs \\*more\\*');
  });

  it('lets no title become markup, or more than its line', () => {
    const title = '[x](javascript:1) <b>_*`\n# head';
    const value = [incident(1, { title })];
    expect(told({ incidents: { status: 'ok', value } })).toContain(
      'SEV2 \\[x\\](javascript:1) \\<b\\>\\_\\*\\` \\# head: investigating',
    );
  });

  it('does not run on', () => {
    const value = Array.from({ length: 23 }, (_, i) => incident(i + 1));
    const text = told({ incidents: { status: 'ok', value } });
    expect(text).toContain('[INC-20]');
    expect(text).not.toContain('[INC-21]');
    expect(text).toContain('- and 3 more');
  });

  it('can be drafted in other words', () => {
    const words = { ...handoverWords, none: 'なし。', open: '未解決' };
    const text = handoverMarkdown(
      {
        ...{ schedule: 'x', scheduleTitle: 'X', timeZone: 'Asia/Tokyo' },
        ...{ at: '2026-11-20T07:00:00.000Z', entities: 0 },
        shift: {
          ...{ level: 1, levelName: 'A', person: ada },
          from: '2026-11-19T08:00:00.000Z',
          to: '2026-11-20T08:00:00.000Z',
        },
        incidents: { status: 'ok', value: [] },
        pages: { status: 'ok', value: [] },
        endings: { status: 'ok', value: [] },
      },
      { words, linkOf: key => key, statusOf: status => status },
    );
    expect(text).toContain('Ada, 2026-11-19 17:00 to 2026-11-20 17:00');
    expect(text).toContain('### 未解決\n\nなし。');
  });
});

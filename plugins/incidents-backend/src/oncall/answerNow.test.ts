import { indexCatalog } from '../platform/catalogIndex';
import { company } from '../testing/company';
import { aSchedule } from '../testing/oncall/aSchedule';
import { createAnswerNow } from './answerNow';
import type { KeptSchedule } from './scheduleStore';

const ada = { type: 'user' as const, ref: 'user:default/ada' };
const at = '2026-11-20T03:00:00.000Z';
const kept = (about: Partial<KeptSchedule> = {}): KeptSchedule => ({
  ...{ definition: aSchedule(), version: 1, ...about },
  ...{ createdAt: at, createdBy: ada, updatedAt: at, updatedBy: ada },
});
const unknown = {
  index: undefined,
  absences: { stamp: '', byUser: new Map() },
};
const instant = (time: string) => new Date(`2026-11-20T${time}.000Z`);

it('lays a schedule again when somebody hands over, and not before', () => {
  const answer = createAnswerNow();
  const ask = (time: string) => {
    const { was, levels } = answer(kept(), instant(time), unknown);
    return [was, levels[0].people[0].displayName].join(' ');
  };
  expect(
    ['03:00:00', '07:59:59', '08:00:00', '23:00:00', '03:00:00'].map(ask),
  ).toEqual(['laid ada', 'known ada', 'laid bo', 'known bo', 'laid ada']);
});

it('lays it again when it was written, by whomever, or the catalog was read', () => {
  const answer = createAnswerNow();
  const ask = (
    about: Partial<KeptSchedule>,
    known: Partial<Parameters<typeof answer>[2]> = {},
  ) => answer(kept(about), instant('03:00:00'), { ...unknown, ...known }).was;
  const index = indexCatalog(company(), instant('03:00:00'));
  expect([
    ask({}),
    ask({}),
    ask({ version: 2 }),
    ask({ version: 2 }),
    ask({ version: 2 }, { index }),
    ask({ version: 2 }, { index }),
  ]).toEqual(['laid', 'known', 'laid', 'known', 'laid', 'known']);
});

it('lays it again when a calendar says that somebody is away', () => {
  const answer = createAnswerNow();
  const away = {
    ...{ id: '1', user: ada.ref },
    ...{ from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' },
  };
  const ask = (stamp: string, byUser: Map<string, [typeof away]>) => {
    const absences = { stamp, byUser };
    const known = { ...unknown, absences };
    const { was, levels } = answer(kept(), instant('03:00:00'), known);
    return [was, levels[0].people[0].displayName].join(' ');
  };
  expect([
    ask('0', new Map()),
    ask('1', new Map([[ada.ref, [away]]])),
    ask('1', new Map([[ada.ref, [away]]])),
    ask('2', new Map()),
  ]).toEqual(['laid ada', 'laid bo', 'known bo', 'laid ada']);
});

it('tells two schedules apart', () => {
  const answer = createAnswerNow();
  const named = (name: string, participants: string[]) =>
    kept({ definition: aSchedule({ name }, { participants }) });
  const who = (one: KeptSchedule) =>
    answer(one, instant('03:00:00'), unknown).levels[0].people[0].ref;
  const [a, b] = [named('a', [ada.ref]), named('b', ['user:default/bo'])];
  expect([who(a), who(b), who(a), who(b)]).toEqual([
    ...[ada.ref, 'user:default/bo', ada.ref, 'user:default/bo'],
  ]);
});

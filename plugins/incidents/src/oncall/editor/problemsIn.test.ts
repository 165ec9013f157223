import { freeName } from './freeName';
import { nameFrom } from './nameFrom';
import { problemAt, problemsIn } from './problemsIn';

describe('a refusal', () => {
  it('is told field by field', () => {
    expect(
      problemsIn(
        'The body is not valid: schedule.levels.0.rotations.1.handoff.time: must be a time such as 09:00; schedule.levels.0.name: Too small: expected string to have >=1 characters',
      ),
    ).toEqual([
      {
        path: 'levels.0.rotations.1.handoff.time',
        sentence: 'must be a time such as 09:00',
      },
      {
        path: 'levels.0.name',
        sentence: 'Too small: expected string to have >=1 characters',
      },
    ]);
  });

  it.each([
    [
      'The body is not valid: revisions.3.levels.1.rotations.0.participants.2: has user:default/ada a second time',
      'levels.1.rotations.0.participants.2',
      'has user:default/ada a second time',
    ],
    [
      'from: it has passed, and the past stays as it was; leave it out to change the schedule now',
      'from',
      'it has passed, and the past stays as it was; leave it out to change the schedule now',
    ],
    ['Nothing is known of it', '', 'Nothing is known of it'],
  ])('%s', (message, path, sentence) => {
    expect(problemsIn(message)).toEqual([{ path, sentence }]);
  });

  it('is found at the field it names, and at what the field lies in', () => {
    const problems = problemsIn('levels.1.windows.0.to: must be later');
    expect(problemAt(problems, 'levels.1.windows.0.to')).toBe('must be later');
    expect(problemAt(problems, 'levels.1', 'within')).toBe('must be later');
    expect(problemAt(problems, 'levels.1')).toBeUndefined();
    expect(problemAt(problems, 'levels.10', 'within')).toBeUndefined();
  });
});

it.each([
  ['Checkout & Payments', 'checkout-payments'],
  ['  Größe  ', 'gro-e'],
  ['Café', 'cafe'],
  ['決済', ''],
  [`${'a'.repeat(62)} bc`, 'a'.repeat(62)],
])('the title %s becomes the name %s', (title, name) => {
  expect(nameFrom(title)).toBe(name);
});

it('a new name is one that nothing has', () => {
  const level = (place: string) => `Level ${place}`;
  expect(freeName(level, ['Primary'])).toBe('Level 2');
  expect(freeName(level, ['Primary', 'Level 3'])).toBe('Level 4');
});

import { chooseProvider, type Namer } from './chooseProvider';

const known = (id: string) => ['pagerduty', 'schedule'].includes(id);

const named = (ref: string, words?: string): Namer => ({
  ref,
  annotations: words === undefined ? {} : { 'incidents/on-call': words },
});

describe('chooseProvider', () => {
  it.each([
    ['pagerduty', { id: 'pagerduty' }],
    ['pagerduty:P1', { id: 'pagerduty', target: 'P1' }],
    [' schedule : night:shift ', { id: 'schedule', target: 'night:shift' }],
    ['schedule:', { id: 'schedule' }],
  ])('reads "%s"', (words, expected) => {
    const because = `component:default/a names ${words.trim()}.`;
    expect(
      chooseProvider([named('component:default/a', words)], known),
    ).toEqual({ ...expected, because });
  });

  it('takes the nearest that names one', () => {
    const namers = [
      named('component:default/a'),
      named('system:default/s', 'schedule:s'),
      named('group:default/g', 'pagerduty:g'),
    ];
    expect(chooseProvider(namers, known)).toMatchObject({
      id: 'schedule',
      because: 'system:default/s names schedule:s.',
    });
  });

  it('says that nothing names one', () => {
    expect(chooseProvider([named('component:default/a')], known)).toEqual({
      because: 'Nothing names an on-call provider for it.',
    });
  });

  it('does not go past an unknown one', () => {
    const namers = [
      named('component:default/a', 'opsgenie:x'),
      named('system:default/s', 'schedule:s'),
    ];
    expect(chooseProvider(namers, known)).toEqual({
      because:
        'The on-call provider "opsgenie" that component:default/a names is not installed.',
    });
  });

  it('says that the annotation is empty', () => {
    expect(chooseProvider([named('component:default/a', ' ')], known)).toEqual({
      because:
        'The annotation incidents/on-call of component:default/a is empty.',
    });
  });
});

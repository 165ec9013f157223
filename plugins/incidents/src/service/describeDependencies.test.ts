import { describeDependencies } from './describeDependencies';

it('tells broken dependencies from quiet ones, the worst first', () => {
  const of = (name: string, openIncidents: number) => ({
    entityRef: `component:default/${name}`,
    openIncidents,
    keys: [],
  });
  const view = describeDependencies([of('a', 0), of('b', 1), of('c', 3)]);
  expect(view.broken.map(({ openIncidents }) => openIncidents)).toEqual([3, 1]);
  expect(view.quiet).toEqual([of('a', 0)]);
});

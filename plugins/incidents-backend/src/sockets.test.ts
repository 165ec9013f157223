import type {
  AlertSource,
  OnCallProvider,
} from 'backstage-plugin-incidents-node';
import { createSockets } from './sockets';

const source = (id: string) => ({ id } as AlertSource);
const provider = (id: string) => ({ id } as OnCallProvider);

it('what is plugged in is known by its id, in the order in which it came', () => {
  const sockets = createSockets();
  sockets.alertSourcesPoint.addAlertSources(source('a'), source('b'));
  sockets.alertSourcesPoint.addAlertSources(source('c'));
  sockets.onCallProvidersPoint.addOnCallProviders(provider('a'));
  expect([...sockets.alertSources().keys()]).toEqual(['a', 'b', 'c']);
  expect(sockets.onCallProviders()).toEqual([provider('a')]);
});

it('two of one id are refused', () => {
  const { alertSourcesPoint, onCallProvidersPoint } = createSockets();
  expect(() =>
    alertSourcesPoint.addAlertSources(source('a'), source('a')),
  ).toThrow('There are two of the alert source a');
  onCallProvidersPoint.addOnCallProviders(provider('p'));
  expect(() => onCallProvidersPoint.addOnCallProviders(provider('p'))).toThrow(
    'There are two of the on-call provider p',
  );
});

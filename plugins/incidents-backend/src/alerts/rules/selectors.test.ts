import { indexCatalog } from '../../platform/catalogIndex';
import { indexSelectors, matchSelectors, parseSelector } from './selectors';

const term = (label: string, value: string, equal = true) => ({
  ...{ label, value, equal },
});

describe('a selector', () => {
  it.each([
    ['service=checkout', [term('service', 'checkout')]],
    [' service = checkout ', [term('service', 'checkout')]],
    ['service="check out"', [term('service', 'check out')]],
    ['service==checkout', [term('service', 'checkout')]],
    [
      'service=checkout,env!=dev',
      [term('service', 'checkout'), term('env', 'dev', false)],
    ],
    [
      'app.kubernetes.io/name=checkout, tier = web',
      [term('app.kubernetes.io/name', 'checkout'), term('tier', 'web')],
    ],
    ['service=', [term('service', '')]],
    ['サービス=checkout', undefined],
    ['', undefined],
    [',', undefined],
    ['service', undefined],
    ['=checkout', undefined],
    ['service=checkout,', undefined],
    ['service=~check.*', undefined],
    ['env!=dev', undefined],
    [`service=${'x'.repeat(600)}`, undefined],
  ])('reads %j', (text, terms) => {
    expect(parseSelector(text)).toEqual(terms);
  });

  it('comes to an end with a text that stalls regular expressions', () => {
    const hostile = `${'a'.repeat(100_000)}${' '.repeat(100_000)}"`;
    expect(parseSelector(hostile)).toBeUndefined();
  });
});

function selectorsOf(byName: Record<string, Record<string, string>>) {
  const entities = Object.entries(byName).map(([name, annotations]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  }));
  return indexSelectors(indexCatalog(entities, new Date(0)));
}

describe('selectors of the catalog', () => {
  const selectors = selectorsOf({
    shop: { 'incidents/alerts': 'team=shop' },
    checkout: { 'incidents/alerts': 'team=shop,tier=web' },
    staging: { 'incidents/alerts': 'team=shop,env!=prod' },
    graph: { 'grafana/alert-label-selector': 'grafana_folder="Graph"' },
    twins: { 'incidents/alerts': 'pair=1' },
    brothers: { 'incidents/alerts': 'pair=1' },
    broken: { 'incidents/alerts': 'team' },
  });
  const match = (labels: Record<string, string>) =>
    matchSelectors(selectors, labels).map(({ entry }) => entry.name);

  it.each([
    ['one term holds', { team: 'shop', env: 'prod' }, ['shop']],
    [
      'more terms beat fewer',
      { team: 'shop', tier: 'web', env: 'prod' },
      ['checkout'],
    ],
    ['a label that must differ may be absent', { team: 'shop' }, ['staging']],
    [
      "Grafana's own annotation counts too",
      { grafana_folder: 'Graph' },
      ['graph'],
    ],
    [
      'two that are equally exact are both named',
      { pair: '1' },
      ['twins', 'brothers'],
    ],
    ['values are compared exactly', { team: 'Shop' }, []],
    ['a label is not its beginning', { 'team=shop': '' }, []],
    ['no label', {}, []],
    ['names of the language are labels like others', { constructor: 'x' }, []],
  ])('%s', (_, labels, names) => {
    expect(match(labels)).toEqual(names);
  });
});

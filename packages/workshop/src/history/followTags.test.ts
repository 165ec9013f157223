import type { AlertReceipt } from 'backstage-plugin-incidents-common';
import { followTags } from './followTags';

function receipt(fingerprint: string, incidentKey?: string): AlertReceipt {
  return {
    fingerprint,
    incidentKey,
    became: 'opened',
    reason: 'it was not open',
  };
}

describe('followTags', () => {
  it('follows an alert to the latest incident that it belonged to', () => {
    const tags = followTags();
    tags.delivered({ alerts: [receipt('a', 'INC-1'), receipt('b', 'INC-1')] });
    tags.delivered({ alerts: [receipt('a', 'INC-2')] });

    expect([tags.keyOf('a'), tags.keyOf('b')]).toEqual(['INC-2', 'INC-1']);
  });

  it('keeps the incident while a delivery tells of none', () => {
    const tags = followTags();
    tags.delivered({ alerts: [receipt('a', 'INC-1')] });
    tags.delivered({ alerts: [receipt('a')] });

    expect(tags.keyOf('a')).toBe('INC-1');
  });

  it('follows the tag of a declaration', () => {
    const tags = followTags();
    tags.declared('D1', { key: 'INC-7' });

    expect(tags.keyOf('D1')).toBe('INC-7');
  });

  it('says which tag leads nowhere', () => {
    const tags = followTags();
    tags.delivered({ alerts: [receipt('unrouted')] });

    expect(() => tags.keyOf('unrouted')).toThrow(
      /^No incident goes by unrouted/,
    );
  });
});

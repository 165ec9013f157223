import { describeTemplate } from './describeTemplate';
import { en } from './messages';
import { now } from './testing/aSummary';

it('is a runbook as the backend reads them', () => {
  const words = Object.fromEntries(
    Object.entries(en)
      .filter(([key]) => key.startsWith('service.template.'))
      .map(([key, text]) => [key.slice('service.template.'.length), text]),
  ) as Parameters<typeof describeTemplate>[0];
  const template = describeTemplate(
    { ...words, title: 'When "checkout" fails' },
    now,
  );
  expect(template).toMatch(/^---\n/);
  expect(template).toContain('title: "When \\"checkout\\" fails"');
  expect(template).toContain('last_reviewed: 2026-11-20');
  expect(template.match(/^- \[ \] /gm)).toHaveLength(5);
  expect(template).not.toContain('undefined');
});

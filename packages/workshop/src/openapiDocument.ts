import { endpoints } from 'backstage-plugin-incidents-common';
import { stringify } from 'yaml';
import { toOpenApi } from './openapi';
import { inRepository } from './repository';

/** Where the document is committed, so that a change of the contract shows in the diff. */
export const openApiFile = inRepository('docs/openapi.yaml');

/** The document as it must stand in {@link openApiFile}. */
export function openApiYaml(): string {
  const body = stringify(toOpenApi(endpoints), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    singleQuote: true,
  });
  return `# Written by \`yarn openapi\` from the table of endpoints.\n${body}`;
}

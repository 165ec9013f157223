import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** One entry of a list in config. */
export type ConfigItem = ReturnType<
  RootConfigService['getConfigArray']
>[number];

/** @throws InputError for an id that could not stand in an address. */
export function readId(config: ConfigItem, list: string, i: number) {
  const id = config.getString('id');
  const place = `${list}[${i}] (${id})`;
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/.test(id)) {
    throw new InputError(
      `${place}: id must be lower-case letters, digits, dots and dashes`,
    );
  }
  return { id, place };
}

export function readSeveral(
  config: ConfigItem,
  one: string,
  many: string,
): string[] {
  return [
    ...(config.getOptionalStringArray(many) ?? []),
    ...[config.getOptionalString(one)].flatMap(value => value ?? []),
  ];
}

export function readEntityRef(text: string | undefined): string | undefined {
  return (
    text &&
    stringifyEntityRef(parseEntityRef(text, { defaultKind: 'component' }))
  );
}

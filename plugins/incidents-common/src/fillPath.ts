/**
 * Puts parameters into a path template.
 *
 * @throws Error when a parameter of the template is missing.
 * @internal
 */
export function fillPath(
  template: string,
  params: Record<string, string>,
): string {
  return template.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`${template} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
}

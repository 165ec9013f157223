import type { ReactNode } from 'react';
import { Link, type LinkProps } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { isPagePath, openableUrl } from './openableUrl';
import styles from './service.module.css';

export type OutLinkProps = Pick<LinkProps, 'variant' | 'weight'> & {
  url: string;
  children: ReactNode;
};

/** A link to an address from outside: a page of the portal here, anything else in a new window; text when it is neither. */
export function OutLink(props: OutLinkProps) {
  const { variant, weight } = props;
  const looks = { variant, weight };
  const href = openableUrl(props.url);
  if (!href) return <span>{props.children}</span>;
  if (isPagePath(href))
    return (
      <Link href={href} {...looks}>
        {props.children}
      </Link>
    );
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer" {...looks}>
      {props.children}{' '}
      <RiExternalLinkLine className={styles.linkIcon} aria-hidden="true" />
    </Link>
  );
}

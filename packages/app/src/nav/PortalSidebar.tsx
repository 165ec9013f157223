import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { RiMenuLine, RiSearchLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../translation';
import { SidebarLogo } from './SidebarLogo';

/** Pages bring a title in one language; these are said in the reader's. */
const names = {
  'page:home': 'nav.home',
  'page:catalog': 'nav.catalog',
  'page:incidents': 'nav.incidents',
  'page:api-docs': 'nav.apis',
  'page:catalog-graph': 'nav.graph',
  'page:user-settings': 'nav.settings',
} as const;

function isNamed(id: string): id is keyof typeof names {
  return id in names;
}

function PortalSidebarItem({ node, href, title, icon }: NavContentNavItem) {
  const { t } = useTranslationRef(portalTranslationRef);
  const { id } = node.spec;
  return (
    <SidebarItem
      icon={() => icon}
      to={href}
      text={isNamed(id) ? t(names[id]) : title}
    />
  );
}

/**
 * What is asked for most stands first; every page that a plugin adds follows
 * by itself, under the title and the icon that the page brings.
 */
export function PortalSidebar({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  const nav = navItems.withComponent(PortalSidebarItem);

  // Reached through the search modal and the notifications item instead.
  nav.take('page:search');
  nav.take('page:notifications');

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup
        label={t('nav.search')}
        icon={<RiSearchLine />}
        to="/search"
      >
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<RiMenuLine />}>
        {nav.take('page:home')}
        {nav.take('page:catalog')}
        {nav.take('page:incidents')}
        {nav.take('page:api-docs')}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem text={t('nav.notifications')} />
      <SidebarDivider />
      <SidebarGroup
        label={t('nav.settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {nav.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
}

// Loaded on its own when a reader chooses Japanese. The ref demands every key.
const messages = {
  'nav.search': '検索',
  'nav.menu': 'メニュー',
  'nav.home': 'ホーム',
  'nav.catalog': 'カタログ',
  'nav.incidents': 'インシデント',
  'nav.apis': 'API',
  'nav.graph': '関係図',
  'nav.notifications': '通知',
  'nav.settings': '設定',
  'tour.title': 'まず見るところ',
  'tour.intro':
    'このポータルには、架空の会社とその四半期分のアラートとインシデントの記録が入っています。',
  'tour.overview':
    '**[インシデント](/incidents)**:いま何が起きていて、何が放置されているか。',
  'tour.service':
    '**[サービス](/catalog)**:コンポーネントの「インシデント」タブに、オンコール、ランブック、重大度の定義、履歴がまとまっています。',
  'tour.language':
    '**[設定](/settings)**:ライトとダーク、English と日本語を切り替えられます。',
};

export default messages;

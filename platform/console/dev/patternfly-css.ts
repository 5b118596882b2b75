import postcss, { type Root, type Rule } from 'postcss';
import type { Plugin } from 'vite';

/** Components that others import, and that the console does not show. */
const UNUSED = /react-styles\/css\/components\/(Badge|Compass|Divider|Drawer|InlineEdit|Label\/label-group|Menu|MenuToggle|Panel|Popover|Radio|Table\/table-(tree-view|scrollable)|TreeView)\b.*\.css$/;

/** Variants that the console does not use: other themes, and tables that become lists at other widths. */
const UNUSED_VARIANT = /pf-v6-theme-(felt|glass|redhat|highcontrast)|\.pf-m-grid(-lg|-xl|-2xl|-sm)?(?![\w-])/;

const FONT_OR_IMAGE = /Italic|pficon/i;

function withoutVariants(rule: Rule) {
  const used = rule.selectors.filter((selector) => !UNUSED_VARIANT.test(selector));
  if (used.length === 0) rule.remove();
  else rule.selectors = used;
}

function withoutUnused(root: Root) {
  root.walkAtRules('font-face', (face) => {
    if (FONT_OR_IMAGE.test(face.toString())) face.remove();
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/url\("\.\/assets\/images\/[^)]*\)/g, 'none');
  });
  root.walkRules(withoutVariants);
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}

/** Removes from PatternFly's styles what the console does not show, which is half of them. */
export function smallPatternFly(): Plugin {
  return {
    name: 'small-patternfly',
    enforce: 'pre',
    transform(code, id) {
      if (UNUSED.test(id)) return '';
      if (!/@patternfly\/.*\.css$/.test(id)) return null;
      const root = postcss.parse(code);
      withoutUnused(root);
      return root.toString();
    },
  };
}

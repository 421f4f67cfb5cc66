// Installs the pinned packages when node_modules does not match the lock file, and copies what pages need into the given folder.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const home = resolve(import.meta.dirname ?? '.', '..');
const target = resolve(process.argv[2]);
const modules = join(home, 'node_modules');
const stamp = join(modules, '.innvei-stamp');
const wanted = createHash('sha256').update(readFileSync(join(home, 'package-lock.json'))).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  execFileSync('npm', ['ci', '--prefer-offline'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, wanted);
}

const files = {
  'designsystemet/theme.css': '@digdir/designsystemet-css/dist/theme/designsystemet.css',
  'designsystemet/index.css': '@digdir/designsystemet-css/dist/src/index.css',
  'designsystemet/index.js': '@digdir/designsystemet-web/dist/umd/index.js',
};
for (const weight of [400, 500, 600]) {
  for (const subset of ['latin', 'latin-ext']) {
    const name = `inter-${subset}-${weight}-normal.woff2`;
    files[`inter/${name}`] = `@fontsource/inter/files/${name}`;
  }
}
for (const [to, from] of Object.entries(files)) {
  const source = join(modules, from);
  if (!existsSync(source)) {
    console.error(`missing ${from}: has the package changed its layout?`);
    process.exit(1);
  }
  mkdirSync(dirname(join(target, to)), { recursive: true });
  copyFileSync(source, join(target, to));
}

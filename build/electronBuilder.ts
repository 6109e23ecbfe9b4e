/** Packages of the desktop app. Everything but SQLite is bundled into the built files. */
import type { Configuration } from 'electron-builder';

export const packages: Configuration = {
  appId: 'org.kaonreach.desktop',
  productName: 'Kaon Reach',
  executableName: 'kaon-reach',
  copyright: 'Kaon Reach developers, MIT License',
  directories: { output: 'build/out/dist', buildResources: 'build' },
  publish: null,
  // better-sqlite3 ships Node-API prebuilds that serve Node and Electron alike.
  npmRebuild: false,
  asar: true,
  // The system loads native code from files only.
  asarUnpack: '**/*.node',
  electronLanguages: ['en', 'en-US'],
  // deb insists on a page; until the project has one, the paper whose reach it computes.
  extraMetadata: { homepage: 'https://arxiv.org/abs/1611.08460' },
  files: [
    '!**/*',
    'package.json',
    'LICENSE',
    'build/icon.png',
    'build/out/electron/**',
    'build/out/renderer/**',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/LICENSE',
    'node_modules/better-sqlite3/lib/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Science',
    synopsis: 'Reach of kaon experiments that do not exist yet',
    maintainer: 'Kaon Reach developers',
    icon: 'build/icon.png',
  },
  win: { target: 'nsis', icon: 'build/icon.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: { target: 'dmg', category: 'public.app-category.education', icon: 'build/icon.png' },
  // The binary is the app and nothing else: no Node, no inspector, no other code than the archive's.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  },
};

import { defineConfig } from 'vite';
import { pageBuild } from './vite.renderer.config.ts';

export default defineConfig(pageBuild('test/ui-gallery', 'out/ui-gallery'));

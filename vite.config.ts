// How the web is built: one entry, pages split by route, every asset its own local file so that the strict content policy holds.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// A test runner sets NODE_ENV=test for what it starts; the pages that people get are the same whoever builds them.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production'

export default defineConfig({
  plugins: [react()],
  // The server puts a fresh nonce in its place with each page.
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // data: addresses would need their own leave in the content policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs changes rarely: kept apart, so that a new release leaves it in the browser's cache.
        // What several pages share comes in one piece: twenty small files would cost more in requests than they save in bytes.
        codeSplitting: {
          groups: [
            // Fetched only by pages with charts.
            { name: 'drawing', test: /node_modules\/(zrender|tslib)\//, priority: 2 },
            { name: 'charts', test: /node_modules\/echarts\//, priority: 1 },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 1 },
            { name: 'ground', test: /node_modules/ },
            { name: 'shared', test: /src\/(web\/(ui|parts)|core|reader)\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.LUOSHI_API ?? 'http://127.0.0.1:8787' } },
})

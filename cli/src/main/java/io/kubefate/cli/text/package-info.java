/** How values are written for people and read from text: tables, ages, times, YAML, JSON. */
package io.kubefate.cli.text;

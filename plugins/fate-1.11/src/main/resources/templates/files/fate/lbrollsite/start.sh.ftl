<#include "/files/fate/rollsite/start.sh.ftl">

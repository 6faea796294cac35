package com.example;

record OpenRequest(String rawName) {}

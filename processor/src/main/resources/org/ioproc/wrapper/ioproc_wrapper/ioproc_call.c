/*
 * Calls Java's constructors and methods by name. Each function returns NULL, with an exception
 * pending, if the class or method was not found or the call threw. A NULL class was not found.
 */
#include "ioproc_private.h"

#include <wchar.h>

static jobject unless_thrown(JNIEnv *env, jobject result)
{
    return (*env)->ExceptionCheck(env) ? NULL : result;
}

jobject ioproc_new(JNIEnv *env, jclass type, const char *signature, const jvalue *arguments)
{
    jmethodID constructor =
        type == NULL ? NULL : (*env)->GetMethodID(env, type, "<init>", signature);

    if (constructor == NULL)
        return NULL;
    return unless_thrown(env, (*env)->NewObjectA(env, type, constructor, arguments));
}

jobject ioproc_call(JNIEnv *env, jobject object, const char *class_name, const char *method,
                    const char *signature, const jvalue *arguments)
{
    jclass type = (*env)->FindClass(env, class_name);
    jmethodID id = type == NULL ? NULL : (*env)->GetMethodID(env, type, method, signature);

    if (id == NULL)
        return NULL;
    return unless_thrown(env, (*env)->CallObjectMethodA(env, object, id, arguments));
}

jobject ioproc_call_static(JNIEnv *env, const char *class_name, const char *method,
                           const char *signature)
{
    jclass type = (*env)->FindClass(env, class_name);
    jmethodID id = type == NULL ? NULL : (*env)->GetStaticMethodID(env, type, method, signature);

    if (id == NULL)
        return NULL;
    return unless_thrown(env, (*env)->CallStaticObjectMethodA(env, type, id, NULL));
}

jstring ioproc_new_string(JNIEnv *env, const WCHAR *text)
{
    return (*env)->NewString(env, text, (jint)wcslen(text));
}

void ioproc_copy_string(JNIEnv *env, jstring string, WCHAR *text, int length)
{
    jint count = (*env)->GetStringLength(env, string);

    if (count > length - 1)
        count = length - 1;
    (*env)->GetStringRegion(env, string, 0, count, text);
    text[count] = L'\0';
}
